package dev.retort.ui.graph.picture;

import dev.retort.lanes.EdgeKind;
import dev.retort.lanes.LaneEdge;
import dev.retort.lanes.LaneLayout;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Who comes from whom, by rows, as arrays: a walk over 100,000 rows takes a millisecond or two. */
final class Family {
  private final int[][] below;
  private final int[][] above;

  Family(LaneLayout layout) {
    int size = layout.nodes().size();
    int[] downs = new int[size];
    int[] ups = new int[size];
    for (LaneEdge edge : layout.edges()) {
      downs[edge.childRow()]++;
      ups[edge.parentRow()]++;
    }
    below = arrays(downs);
    above = arrays(ups);
    Arrays.fill(downs, 0);
    Arrays.fill(ups, 0);
    // Sorted by kind, the first parent comes first; the straight child is the one in the column.
    for (EdgeKind kind : EdgeKind.values()) {
      for (LaneEdge edge : layout.edges()) {
        if (edge.kind() == kind) {
          below[edge.childRow()][downs[edge.childRow()]++] = edge.parentRow();
          above[edge.parentRow()][ups[edge.parentRow()]++] = edge.childRow();
        }
      }
    }
    for (int row = 0; row < size; row++) {
      if (above[row].length > 1) {
        above[row] = straightFirst(layout, row, above[row]);
      }
    }
  }

  private static int[][] arrays(int[] sizes) {
    int[][] arrays = new int[sizes.length][];
    for (int i = 0; i < sizes.length; i++) {
      arrays[i] = new int[sizes[i]];
    }
    return arrays;
  }

  private static int[] straightFirst(LaneLayout layout, int row, int[] children) {
    int column = layout.nodes().get(row).column();
    return Arrays.stream(children)
        .boxed()
        .sorted(
            Comparator.comparing((Integer child) -> layout.nodes().get(child).column() != column))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  List<Integer> below(int row) {
    return Arrays.stream(below[row]).boxed().toList();
  }

  List<Integer> above(int row) {
    return Arrays.stream(above[row]).boxed().toList();
  }

  BitSet lineage(int row) {
    BitSet found = reach(row, above);
    found.or(reach(row, below));
    return found;
  }

  BitSet ancestry(int row) {
    return reach(row, below);
  }

  private static BitSet reach(int from, int[][] next) {
    BitSet found = new BitSet(next.length);
    Deque<Integer> open = new ArrayDeque<>();
    found.set(from);
    open.push(from);
    while (!open.isEmpty()) {
      for (int row : next[open.pop()]) {
        if (!found.get(row)) {
          found.set(row);
          open.push(row);
        }
      }
    }
    return found;
  }
}
