package dev.retort.ui.widget.diff;

import java.util.List;

/** The longest series of pairs that ascends on both sides: what has kept its order. */
final class Ascending {
  private Ascending() {}

  /**
   * The longest such series.
   *
   * @param pairs ascending in their first number
   */
  static int[][] longest(List<int[]> pairs) {
    int[] tails = new int[pairs.size()];
    int[] previous = new int[pairs.size()];
    int length = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int place = place(pairs, tails, length, pairs.get(i)[1]);
      previous[i] = place == 0 ? -1 : tails[place - 1];
      tails[place] = i;
      length = Math.max(length, place + 1);
    }
    int[][] series = new int[length][];
    int at = length == 0 ? -1 : tails[length - 1];
    for (int i = length - 1; i >= 0; i--) {
      series[i] = pairs.get(at);
      at = previous[at];
    }
    return series;
  }

  private static int place(List<int[]> pairs, int[] tails, int length, int number) {
    int low = 0;
    int high = length;
    while (low < high) {
      int middle = (low + high) / 2;
      if (pairs.get(tails[middle])[1] < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
