package dev.retort.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.engine.Connection;
import dev.retort.engine.Project;
import dev.retort.engine.Retort;
import dev.retort.engine.Surroundings;
import dev.retort.plan.Command;
import dev.retort.plan.Plan;
import dev.retort.profile.UserContext;
import dev.retort.profile.resolve.Wish;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Template;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.ui.SameThread;
import dev.retort.ui.session.ProjectSession;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the target field makes of what is typed, on a real database and without the toolkit. */
@Tag("db")
@ExtendWith(PgExtension.class)
class ReviewModelTest {
  private final SameThread background = new SameThread();
  private @TempDir Path home;
  private Optional<ProjectSession> opened = Optional.empty();

  @AfterEach
  void close() {
    opened.ifPresent(ProjectSession::close);
  }

  @Test
  void headIsOfferedAndMeansEverythingPending(PgDatabase database) {
    ReviewModel model = open(database, "");
    assertEquals("head", model.targetProperty().get());
    assertEquals(List.of("0001", "0002"), steps(model));
    assertEquals("", model.noWritesProperty().get());
  }

  @Test
  void theTargetIsWorkedOutAnewWithEveryLetter(PgDatabase database) {
    ReviewModel model = open(database, "");
    model.targetProperty().set("0001");
    assertEquals(List.of("0001"), steps(model));
    model.targetProperty().set("");
    assertEquals(Optional.empty(), model.planProperty().get());
    assertEquals("", model.wordsProperty().get());
    model.targetProperty().set("0003");
    assertEquals(Optional.empty(), model.planProperty().get());
    assertTrue(model.wordsProperty().get().contains("0003"), model.wordsProperty().get());
  }

  @Test
  void theCommandDecidesWhatTheSameTargetMeans(PgDatabase database) {
    at(database, "0002");
    ReviewModel model = open(database, "");
    model.ask(Command.DOWNGRADE, "base");
    assertEquals(List.of("0002", "0001"), steps(model));
    model.ask(Command.STAMP, "0001");
    assertEquals(
        List.of(new RevisionId("0001")), model.planProperty().get().orElseThrow().headsAfter());
    model.ask(Command.UPGRADE, "head");
    assertEquals(List.of(), steps(model));
    assertFalse(model.wordsProperty().get().isEmpty(), "that there is nothing to do");
  }

  @Test
  void severalHeadsAreOfferedTogether(PgDatabase database) {
    file("0003", "0001");
    ReviewModel model = open(database, "");
    assertEquals("heads", model.targetProperty().get());
    assertEquals(3, steps(model).size());
  }

  @Test
  void aReadOnlyProfileHasPlansAndSaysWhyTheyDoNotRun(PgDatabase database) {
    ReviewModel model = open(database, "read-only = true\n");
    assertEquals(2, steps(model).size());
    assertTrue(model.noWritesProperty().get().contains("read-only"));
  }

  @Test
  void aPlanWithATemplateCanBeReadAndSaysWhyItDoesNotRun(PgDatabase database) {
    ReviewModel model = open(database, "");
    assertEquals("", prepared(model).noWrites());
    WindowRig.write(
        home.resolve("files/migrations/0003_a.sql"),
        "-- Revision ID: 0003\n-- Revises: 0002\n\n-- @upgrade\n" + Template.UPGRADE);
    session().refresh();
    assertEquals(List.of("0001", "0002", "0003"), steps(model));
    assertTrue(prepared(model).noWrites().startsWith("0003 has not been filled in yet"));
  }

  private ReviewDesk.Prepared prepared(ReviewModel model) {
    Project project = session().projectProperty().get().orElseThrow();
    Connection connection = session().connectionProperty().get().orElseThrow();
    return new ReviewDesk(
            project,
            connection,
            session().positionProperty().get(),
            session().retort().runs(project, connection))
        .prepare(model.planProperty().get().orElseThrow());
  }

  private ProjectSession session() {
    return opened.orElseThrow();
  }

  private static List<String> steps(ReviewModel model) {
    return model.planProperty().get().map(Plan::steps).orElseThrow().stream()
        .map(step -> step.revision().orElseThrow().value())
        .toList();
  }

  private ReviewModel open(PgDatabase database, String more) {
    file("0001", "");
    file("0002", "0001");
    WindowRig.write(
        home.resolve("files/retort.toml"),
        "[migrations]\nlocations = [\"migrations\"]\n\n[profiles.here]\nurl = \"%s\"\n%s"
            .formatted(WindowRig.url(database), more));
    UserContext user =
        new UserContext(
            Map.of("RETORT_HOME", home.resolve("retort").toString()),
            home,
            "tester",
            UserContext.Os.LINUX);
    ProjectSession session =
        new ProjectSession(
            new Retort(new Surroundings(user, home, InstantSource.system())),
            background,
            settings -> Optional.empty());
    opened = Optional.of(session);
    ReviewModel model = new ReviewModel(session, background);
    session.open(Optional.of(home.resolve("files")), Wish.profile("here"));
    return model;
  }

  private static void at(PgDatabase database, String revision) {
    database.execute(
        "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);"
            + " INSERT INTO alembic_version VALUES ('"
            + revision
            + "')");
  }

  private void file(String id, String revises) {
    WindowRig.write(
        home.resolve("files/migrations/" + id + "_a.sql"),
        "-- step %s\n--\n-- Revision ID: %s\n-- Revises: %s\n\n-- @upgrade\nCREATE TABLE t%s ();\n\n-- @downgrade\nDROP TABLE t%s;\n"
            .formatted(id, id, revises, id, id));
  }
}
