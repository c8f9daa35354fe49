package dev.retort.lanes;

import java.util.Arrays;

/**
 * Which columns are taken, and up to which row. Rows are counted from the oldest. Finds the
 * leftmost free column in logarithmic time, in a tree over the columns that holds the least end
 * below it.
 */
final class Columns {
  /** Held for good. */
  static final int FOR_EVER = Integer.MAX_VALUE;

  private static final int NEVER = -2;

  private int leaves = 8;
  private int[] least = filled(leaves);

  private static int[] filled(int leaves) {
    int[] tree = new int[2 * leaves];
    Arrays.fill(tree, NEVER);
    return tree;
  }

  /** The last row at which a column is taken; less than -1 for one that never was. */
  int end(int column) {
    return column < leaves ? least[leaves + column] : NEVER;
  }

  /** The leftmost column that is free after a row: taken at that row at most, and never later. */
  int leftmostFreeAfter(int row) {
    while (least[1] > row) {
      grow();
    }
    int at = 1;
    while (at < leaves) {
      at = least[2 * at] <= row ? 2 * at : 2 * at + 1;
    }
    return at - leaves;
  }

  /** Takes a column up to a row. */
  void take(int column, int upToRow) {
    while (column >= leaves) {
      grow();
    }
    int at = leaves + column;
    least[at] = upToRow;
    for (at /= 2; at >= 1; at /= 2) {
      least[at] = Math.min(least[2 * at], least[2 * at + 1]);
    }
  }

  private void grow() {
    int[] old = Arrays.copyOfRange(least, leaves, 2 * leaves);
    leaves *= 2;
    least = filled(leaves);
    System.arraycopy(old, 0, least, leaves, old.length);
    for (int at = leaves - 1; at >= 1; at--) {
      least[at] = Math.min(least[2 * at], least[2 * at + 1]);
    }
  }
}
