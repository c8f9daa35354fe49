package dev.retort.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.revision.Revision;
import dev.retort.testing.Ladders;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counts the nodes that ordering looks at: time would depend on the machine, work does not. */
class OrderGrowthTest {
  private static final int SMALL = 200;
  private static final int TIMES = 8;

  @Test
  void workGrowsAsTheGraphDoesWhereLinesPartAndMeet() {
    assertGrowsEvenly(
        visits(Ladders.ofRungs(SMALL, false)), visits(Ladders.ofRungs(SMALL * TIMES, false)));
  }

  @Test
  void workGrowsAsTheGraphDoesOnOneLine() {
    assertGrowsEvenly(visits(Ladders.chain(SMALL)), visits(Ladders.chain(SMALL * TIMES)));
  }

  private static void assertGrowsEvenly(int small, int large) {
    assertTrue(large <= small * TIMES * 5 / 4, small + " visits became " + large);
  }

  private static int visits(List<Revision> revisions) {
    GraphBuilder graph = new GraphBuilder(revisions);
    BitSet all = new BitSet();
    all.set(0, revisions.size());
    TopologicalOrder order = new TopologicalOrder(all, graph.realHeads);
    assertEquals(revisions.size(), order.newestFirst().size());
    return order.visits();
  }
}
