package dev.retort.lanes.drawing;

import dev.retort.lanes.LaneEdge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is drawn between two rows of revisions: nothing where every line runs straight on, one line
 * of text where lines fan out of the upper revision or into the lower one, and two where both
 * happen and would get into each other's way.
 */
final class Gap {
  private final int row;
  private final List<LaneEdge> edges;
  private final List<LaneEdge> out = new ArrayList<>();
  private final List<LaneEdge> in = new ArrayList<>();
  private final List<LaneEdge> direct = new ArrayList<>();

  /** The gap below a row, with all edges that are seen in it. */
  Gap(int row, List<LaneEdge> edges) {
    this.row = row;
    this.edges = edges;
    for (LaneEdge edge : edges) {
      if (above(edge) != below(edge)) {
        boolean leaves = edge.childRow() == row;
        boolean arrives = edge.parentRow() == row + 1;
        (leaves && arrives ? direct : leaves ? out : in).add(edge);
      }
    }
  }

  private int above(LaneEdge edge) {
    return edge.columnAt(row);
  }

  private int below(LaneEdge edge) {
    return edge.columnAt(row + 1);
  }

  List<CellRow> rows() {
    if (out.isEmpty() && in.isEmpty() && direct.isEmpty()) {
      return List.of();
    }
    if (in.isEmpty()) {
      out.addAll(direct);
      return List.of(connect(out, List.of()));
    }
    if (out.isEmpty()) {
      in.addAll(direct);
      return List.of(connect(List.of(), in));
    }
    if (direct.isEmpty() && apart()) {
      return List.of(connect(out, in));
    }
    out.addAll(direct);
    return List.of(connect(out, List.of()), connect(List.of(), in));
  }

  private boolean apart() {
    return max(out) < min(in) || max(in) < min(out);
  }

  private int min(List<LaneEdge> some) {
    return some.stream().mapToInt(e -> Math.min(above(e), below(e))).min().orElseThrow();
  }

  private int max(List<LaneEdge> some) {
    return some.stream().mapToInt(e -> Math.max(above(e), below(e))).max().orElseThrow();
  }

  /** One line of text in which some edges turn; the others run straight through it. */
  private CellRow connect(List<LaneEdge> leaving, List<LaneEdge> arriving) {
    Set<LaneEdge> turning = new HashSet<>(leaving);
    turning.addAll(arriving);
    CellRow cells = new CellRow();
    for (LaneEdge edge : edges) {
      Line line = Line.of(edge.dashed());
      if (turning.contains(edge)) {
        cells.up(above(edge), line);
        cells.across(above(edge), below(edge), line);
        cells.down(below(edge), line);
      } else {
        // Of two lines of text, what leaves turns in the first, what arrives in the second.
        boolean turnsLater = arriving.isEmpty() && edge.childRow() < row;
        cells.pass(turnsLater ? above(edge) : below(edge), line);
      }
    }
    return cells;
  }
}
