package dev.retort.ui.widget.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the lines in which two texts differ. Lines that occur once in both hold the two together,
 * as in Bram Cohen's patience diff; what lies between them goes to Myers' algorithm. So the result
 * reads well, and texts of many thousand lines take no more than a moment.
 */
final class LineDiff {
  /** Deeper than any real text goes. */
  private static final int DEEPEST = 60;

  private final int[] before;
  private final int[] after;
  private final List<Block> blocks = new ArrayList<>();

  private LineDiff(int[] before, int[] after) {
    this.before = before;
    this.after = after;
  }

  /** Lines of one text that stand where other lines stand in the other; ends are exclusive. */
  record Block(int beforeFrom, int beforeTo, int afterFrom, int afterTo) {}

  /** The blocks in which two texts differ, in order; lines are compared as they are. */
  static List<Block> of(List<String> before, List<String> after) {
    Map<String, Integer> numbers = new HashMap<>();
    LineDiff diff = new LineDiff(numbered(before, numbers), numbered(after, numbers));
    diff.compare(0, before.size(), 0, after.size(), 0);
    return List.copyOf(diff.blocks);
  }

  private static int[] numbered(List<String> lines, Map<String, Integer> numbers) {
    int[] numbered = new int[lines.size()];
    for (int i = 0; i < numbered.length; i++) {
      numbered[i] = numbers.computeIfAbsent(lines.get(i), line -> numbers.size());
    }
    return numbered;
  }

  private void compare(int fromBefore, int toBefore, int fromAfter, int toAfter, int depth) {
    int b = fromBefore;
    int a = fromAfter;
    while (b < toBefore && a < toAfter && before[b] == after[a]) {
      b++;
      a++;
    }
    int endB = toBefore;
    int endA = toAfter;
    while (endB > b && endA > a && before[endB - 1] == after[endA - 1]) {
      endB--;
      endA--;
    }
    if (b == endB || a == endA) {
      add(b, endB, a, endA);
      return;
    }
    int[][] anchors = depth < DEEPEST ? anchors(b, endB, a, endA) : new int[0][];
    if (anchors.length == 0) {
      myers(b, endB, a, endA);
      return;
    }
    for (int[] anchor : anchors) {
      compare(b, anchor[0], a, anchor[1], depth + 1);
      b = anchor[0] + 1;
      a = anchor[1] + 1;
    }
    compare(b, endB, a, endA, depth + 1);
  }

  private void myers(int fromBefore, int toBefore, int fromAfter, int toAfter) {
    Sequences.differences(
            boxed(before, fromBefore, toBefore), boxed(after, fromAfter, toAfter), 2_000)
        .ifPresentOrElse(
            found ->
                found.forEach(
                    one ->
                        add(
                            fromBefore + one.startOriginal,
                            fromBefore + one.endOriginal,
                            fromAfter + one.startRevised,
                            fromAfter + one.endRevised)),
            () -> add(fromBefore, toBefore, fromAfter, toAfter));
  }

  private static List<Integer> boxed(int[] lines, int from, int to) {
    return Arrays.stream(lines, from, to).boxed().toList();
  }

  private void add(int fromBefore, int toBefore, int fromAfter, int toAfter) {
    if (fromBefore == toBefore && fromAfter == toAfter) {
      return;
    }
    Block last = blocks.isEmpty() ? new Block(-1, -1, -1, -1) : blocks.getLast();
    if (last.beforeTo() == fromBefore && last.afterTo() == fromAfter) {
      blocks.removeLast();
      blocks.add(new Block(last.beforeFrom(), toBefore, last.afterFrom(), toAfter));
    } else {
      blocks.add(new Block(fromBefore, toBefore, fromAfter, toAfter));
    }
  }

  /** The longest ascending series of lines that occur once on both sides. */
  private int[][] anchors(int fromBefore, int toBefore, int fromAfter, int toAfter) {
    Map<Integer, Integer> onceBefore = once(before, fromBefore, toBefore);
    Map<Integer, Integer> onceAfter = once(after, fromAfter, toAfter);
    List<int[]> pairs = new ArrayList<>();
    for (int b = fromBefore; b < toBefore; b++) {
      int a = onceAfter.getOrDefault(before[b], -1);
      if (a >= 0 && onceBefore.getOrDefault(before[b], -1) >= 0) {
        pairs.add(new int[] {b, a});
      }
    }
    return Ascending.longest(pairs);
  }

  /** Where each line stands; -1 for those that occur more than once. */
  private static Map<Integer, Integer> once(int[] lines, int from, int to) {
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = from; i < to; i++) {
      places.merge(lines[i], i, (one, other) -> -1);
    }
    return places;
  }
}
