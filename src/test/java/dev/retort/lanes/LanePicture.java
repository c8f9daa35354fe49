package dev.retort.lanes;

import java.util.Arrays;

/**
 * A layout as a picture that a test can hold against another: a line a revision, a character a
 * column. The id stands where the revision is, {@code |} where edges pass, {@code :} where
 * dependencies do. Turns are not shown: an edge turns next to its two ends and nowhere else.
 */
final class LanePicture {
  private LanePicture() {}

  static String of(LaneLayout layout) {
    StringBuilder picture = new StringBuilder();
    for (LaneNode node : layout.nodes()) {
      char[] line = new char[layout.columns()];
      Arrays.fill(line, ' ');
      for (LaneEdge edge : layout.edgesIn(node.row(), node.row())) {
        if (edge.childRow() < node.row() && node.row() < edge.parentRow()) {
          line[edge.lane()] = edge.dashed() ? ':' : '|';
        }
      }
      line[node.column()] = node.id().value().charAt(0);
      picture.append(new String(line).stripTrailing()).append('\n');
    }
    return picture.toString();
  }
}
