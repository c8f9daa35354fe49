package dev.retort.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.engine.PlanRequest;
import dev.retort.engine.Planning;
import dev.retort.engine.Project;
import dev.retort.engine.Retort;
import dev.retort.engine.Surroundings;
import dev.retort.plan.Plan;
import dev.retort.profile.UserContext;
import dev.retort.revision.RevisionId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A way back is offered only if it leads to where the run came from; no database is needed. */
class WayBackPlanTest {
  private @TempDir Path home;

  @BeforeEach
  void files() {
    file("0001", "", "DROP TABLE t1;");
    file("0002", "0001", "DROP TABLE t2;");
    file("0003", "0001", "DROP TABLE t3;");
    file("0004", "0002, 0003", "DROP TABLE t4;");
    file("0005", "0004", "");
  }

  @Test
  void anUpgradeIsUndoneByADowngradeToWhereItBegan() {
    WayBackPlan back = undo(PlanRequest.upgrade("0002"), "0001");
    assertEquals(Optional.of(PlanRequest.downgrade("0001")), back.request());
    assertEquals("The way back: downgrade 0001, 1 step.", back.words());
    assertEquals(
        Optional.of(PlanRequest.downgrade("base")), undo(PlanRequest.upgrade("0002")).request());
  }

  @Test
  void aDowngradeIsUndoneByAnUpgradeEvenToSeveralHeads() {
    assertEquals(
        Optional.of(PlanRequest.upgrade("0002", "0003")),
        undo(PlanRequest.downgrade("0001"), "0002", "0003").request());
  }

  @Test
  void aMergeIsUndoneBackToItsTwoHeads() {
    Planning planning = new Planning(project());
    Plan done = planning.plan(PlanRequest.upgrade("0004"), ids("0002", "0003"));
    PlanRequest back = WayBackPlan.of(done, planning).request().orElseThrow();
    assertEquals(
        List.of("0002", "0003"),
        planning.plan(back, done.headsAfter()).headsAfter().stream()
            .map(RevisionId::value)
            .sorted()
            .toList());
  }

  @Test
  void whatCannotBeUndoneIsNotOfferedAndSaysWhy() {
    WayBackPlan back = undo(PlanRequest.upgrade("0005"), "0004");
    assertEquals(Optional.empty(), back.request());
    assertTrue(back.words().startsWith("This cannot be undone. "), back.words());
    assertTrue(back.words().contains("0005"), back.words());
  }

  @Test
  void severalBranchesAtOnceHaveNoSingleWayBackAndSaySo() {
    file("0006", "0002", "DROP TABLE t6;");
    file("0007", "0003", "DROP TABLE t7;");
    WayBackPlan back = undo(PlanRequest.upgrade("0006", "0007"), "0002", "0003");
    assertEquals(Optional.empty(), back.request());
    assertTrue(back.words().contains("branch by branch"), back.words());
  }

  @Test
  void aStampIsUndoneByAStamp() {
    assertEquals(
        Optional.of(PlanRequest.stamp("0001")), undo(PlanRequest.stamp("0002"), "0001").request());
  }

  private WayBackPlan undo(PlanRequest request, String... heads) {
    Planning planning = new Planning(project());
    return WayBackPlan.of(planning.plan(request, ids(heads)), planning);
  }

  private Project project() {
    UserContext user =
        new UserContext(
            Map.of("RETORT_HOME", home.resolve("retort").toString()),
            home,
            "tester",
            UserContext.Os.LINUX);
    return new Retort(new Surroundings(user, home, InstantSource.system()))
        .open(Optional.of(home.resolve("files")));
  }

  private static List<RevisionId> ids(String... values) {
    return Stream.of(values).map(RevisionId::new).toList();
  }

  private void file(String id, String revises, String downgrade) {
    WindowRig.write(
        home.resolve("files/" + id + "_a.sql"),
        "-- step %s\n--\n-- Revision ID: %s\n-- Revises: %s\n\n-- @upgrade\nCREATE TABLE t%s ();\n%s"
            .formatted(
                id,
                id,
                revises,
                id,
                downgrade.isEmpty() ? "" : "\n-- @downgrade\n" + downgrade + "\n"));
  }
}
