package dev.retort.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.graph.RevisionGraph;
import dev.retort.problem.RetortException.Kind;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.WayBack;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A way down that is not there can be looked at, and cannot be run. */
class OneWayTest {
  private static final RevisionId A = new RevisionId("a");

  @Test
  void aPlanThroughAnIrreversibleRevisionIsShownButNotRun() {
    Plan plan = down("CREATE TABLE t ()", new WayBack.Irreversible("the keys are gone"));
    assertEquals(1, plan.steps().size());
    IrreversibleException refused =
        assertThrows(IrreversibleException.class, () -> IrreversibleException.check(plan));
    assertEquals(Kind.REFUSED, refused.kind());
    assertEquals("There is no way back from a: the keys are gone.", refused.message());
  }

  @Test
  void aMissingDowngradeCountsWhereThereIsSomethingToUndo() {
    Plan plan = down("CREATE TABLE t ()", new WayBack.Missing());
    assertThrows(IrreversibleException.class, () -> IrreversibleException.check(plan));
  }

  @Test
  void aMergeWithoutSqlNeedsNoDowngrade() {
    Plan plan = down("-- nothing", new WayBack.Missing());
    IrreversibleException.check(plan);
    assertTrue(plan.notes().isEmpty());
  }

  private static Plan down(String upgrade, WayBack wayBack) {
    Revision revision =
        new Revision(
            A,
            List.of(),
            List.of(),
            List.of(),
            "one",
            Optional.empty(),
            Script.of(upgrade),
            wayBack,
            Optional.empty(),
            Optional.empty());
    return new Planner(RevisionGraph.of(List.of(revision))).downgrade(List.of(A), "base");
  }
}
