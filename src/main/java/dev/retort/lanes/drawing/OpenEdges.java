package dev.retort.lanes.drawing;

import dev.retort.lanes.LaneEdge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The edges that are under way while a drawing is gone through from its top. Of edges that have
 * come together in one lane only one is kept, so that going through a graph takes time in
 * proportion to its width, however many revisions revise the same one.
 */
final class OpenEdges {
  /** What edges have in common that cannot be told apart any more. */
  private record Lane(int column, int parentRow, boolean dashed) {}

  private final List<LaneEdge> edges;
  private int next;
  private List<LaneEdge> open = List.of();

  /** The edges of a layout, by the row of the child. */
  OpenEdges(List<LaneEdge> edges) {
    this.edges = edges;
  }

  /** What passes a row without beginning or ending there. Rows are asked for in turn. */
  List<LaneEdge> passing(int row) {
    List<LaneEdge> kept = new ArrayList<>();
    Set<Lane> lanes = new HashSet<>();
    for (LaneEdge edge : open) {
      if (edge.parentRow() > row
          && lanes.add(new Lane(edge.lane(), edge.parentRow(), edge.dashed()))) {
        kept.add(edge);
      }
    }
    open = kept;
    return kept;
  }

  /** What is seen in the gap below the row that was asked for last. */
  List<LaneEdge> below(int row) {
    List<LaneEdge> seen = new ArrayList<>(open);
    while (next < edges.size() && edges.get(next).childRow() == row) {
      seen.add(edges.get(next++));
    }
    open = seen;
    return seen;
  }
}
