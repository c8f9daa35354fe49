package dev.retort.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.engine.PlanRequest;
import dev.retort.engine.Planning;
import dev.retort.engine.Project;
import dev.retort.engine.Retort;
import dev.retort.engine.Surroundings;
import dev.retort.plan.Plan;
import dev.retort.profile.UserContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a plan under review is still what the files give; no database is needed for that. */
class FreshnessTest {
  private @TempDir Path home;
  private Project project;
  private Plan plan;

  @BeforeEach
  void reviewed() {
    file("0001", "", "CREATE TABLE a ();");
    file("0002", "0001", "CREATE TABLE b ();");
    UserContext user =
        new UserContext(
            Map.of("RETORT_HOME", home.resolve("retort").toString()),
            home,
            "tester",
            UserContext.Os.LINUX);
    project =
        new Retort(new Surroundings(user, home, InstantSource.system()))
            .open(Optional.of(home.resolve("files")));
    plan = new Planning(project).plan(PlanRequest.upgrade("head"), List.of());
  }

  @Test
  void filesThatWereOnlyReadAgainChangeNothing() {
    assertEquals(Optional.empty(), changed());
  }

  @Test
  void anotherStatementIsNamedByItsRevision() {
    file("0002", "0001", "CREATE TABLE c ();");
    assertEquals(
        Optional.of("Files have changed on disk since this plan was made: 0002."), changed());
  }

  @Test
  void anotherMessageIsTheSamePlan() {
    file("0002", "0001", "CREATE TABLE b ();", "in other words");
    assertEquals(Optional.empty(), changed());
  }

  @Test
  void aRevisionOnTopIsAnotherPlanForHead() {
    file("0003", "0002", "CREATE TABLE c ();");
    assertEquals(
        Optional.of("Files have changed on disk since this plan was made: 0003."), changed());
  }

  @Test
  void aFileThatIsGoneOrBrokenMakesThePlanImpossible() throws IOException {
    Files.delete(home.resolve("files/0001_a.sql"));
    assertEquals(
        Optional.of(true),
        changed().map(words -> words.contains("it can no longer be made")),
        () -> changed().toString());
  }

  private Optional<String> changed() {
    return Freshness.changed(plan, project.reload(), Optional.empty());
  }

  private void file(String id, String revises, String sql) {
    file(id, revises, sql, "step " + id);
  }

  private void file(String id, String revises, String sql, String message) {
    WindowRig.write(
        home.resolve("files/" + id + "_a.sql"),
        "-- %s\n--\n-- Revision ID: %s\n-- Revises: %s\n\n-- @upgrade\n%s\n"
            .formatted(message, id, revises, sql));
  }
}
