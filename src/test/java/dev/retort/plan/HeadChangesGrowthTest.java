package dev.retort.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.testing.Ladders;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counts the revisions that moving the rows looks at, all the way up and down again. */
class HeadChangesGrowthTest {
  private static final int SMALL = 60;
  private static final int TIMES = 4;

  @Test
  void workGrowsAsThePlanDoesOnOneLine() {
    assertGrowsEvenly(visits(Ladders.chain(SMALL)), visits(Ladders.chain(SMALL * TIMES)));
  }

  @Test
  void workGrowsAsThePlanDoesWhereLinesPartAndMeet() {
    assertGrowsEvenly(
        visits(Ladders.ofRungs(SMALL, true)), visits(Ladders.ofRungs(SMALL * TIMES, true)));
  }

  private static void assertGrowsEvenly(int small, int large) {
    assertTrue(large <= small * TIMES * 5 / 4, small + " visits became " + large);
  }

  private static int visits(List<Revision> revisions) {
    RevisionGraph graph = RevisionGraph.of(revisions);
    List<RevisionId> newestFirst = graph.newestFirst();
    HeadChanges rows = new HeadChanges(graph, List.of());
    newestFirst.reversed().forEach(rows::up);
    assertEquals(graph.heads().stream().sorted().toList(), rows.now());
    HeadChanges back = new HeadChanges(graph, rows.now());
    newestFirst.forEach(back::down);
    assertEquals(List.of(), back.now());
    return rows.visits() + back.visits();
  }
}
