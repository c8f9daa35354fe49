package dev.retort.lanes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Finds the edges that are seen in a stretch of rows: edges in the order of their upper ends, and
 * over them a tree that holds how far down any edge below it reaches.
 */
final class EdgeIndex {
  private static final int NOWHERE = -1;

  private final List<LaneEdge> edges;
  private final int leaves;
  private final int[] deepest;

  EdgeIndex(List<LaneEdge> unsorted) {
    edges = unsorted.stream().sorted(Comparator.comparingInt(LaneEdge::childRow)).toList();
    leaves = Integer.highestOneBit(Math.max(1, edges.size() - 1)) * 2;
    deepest = new int[2 * leaves];
    for (int i = 0; i < leaves; i++) {
      deepest[leaves + i] = i < edges.size() ? edges.get(i).parentRow() : NOWHERE;
    }
    for (int at = leaves - 1; at >= 1; at--) {
      deepest[at] = Math.max(deepest[2 * at], deepest[2 * at + 1]);
    }
  }

  List<LaneEdge> all() {
    return edges;
  }

  List<LaneEdge> in(int firstRow, int lastRow) {
    List<LaneEdge> found = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    open.push(1);
    while (!open.isEmpty()) {
      int at = open.pop();
      if (deepest[at] < firstRow) {
        continue;
      }
      if (at < leaves) {
        open.push(2 * at + 1);
        open.push(2 * at);
      } else if (deepest[at] != NOWHERE && edges.get(at - leaves).childRow() <= lastRow) {
        found.add(edges.get(at - leaves));
      } else {
        return found; // edges further on begin below the stretch
      }
    }
    return found;
  }
}
