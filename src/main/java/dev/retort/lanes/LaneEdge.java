package dev.retort.lanes;

/**
 * A line from a revision down to one that it revises or depends on. It leaves its child, runs in
 * one column through all the rows between the two, and turns into its parent.
 *
 * <p>Edges may share a column where they lead to the same parent and are both solid or both dashed;
 * nothing else is ever in the way of an edge.
 *
 * @param kind why it is there
 * @param childRow row of the newer end
 * @param childColumn column of the newer end
 * @param lane the column in which it passes the rows between
 * @param parentRow row of the older end, greater than {@code childRow}
 * @param parentColumn column of the older end
 */
public record LaneEdge(
    EdgeKind kind, int childRow, int childColumn, int lane, int parentRow, int parentColumn) {

  /** Checks that it leads down. */
  public LaneEdge {
    if (childRow < 0 || parentRow <= childRow) {
      throw new IllegalArgumentException("an edge leads from a row to one further down");
    }
  }

  /** Whether it is a dependency, which is drawn dashed. */
  public boolean dashed() {
    return kind == EdgeKind.DEPENDS;
  }

  /**
   * The column it is in at a row.
   *
   * @param row from {@code childRow} to {@code parentRow}
   */
  public int columnAt(int row) {
    if (row < childRow || row > parentRow) {
      throw new IndexOutOfBoundsException("row " + row + " is not on the edge " + this);
    }
    return row == childRow ? childColumn : row == parentRow ? parentColumn : lane;
  }
}
