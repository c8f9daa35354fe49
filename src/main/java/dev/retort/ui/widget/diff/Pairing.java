package dev.retort.ui.widget.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lays the lines of a changed block beside each other, each with the one it is most like. */
final class Pairing {
  /** Above this many pairs lines are laid beside each other as they come. */
  private static final int MOST_PAIRS = 10_000;

  private static final double ALIKE = 0.4;

  private final int firstBefore;
  private final List<String> before;
  private final int firstAfter;
  private final List<String> after;
  private final List<DiffRow> rows = new ArrayList<>();

  private Pairing(int firstBefore, List<String> before, int firstAfter, List<String> after) {
    this.firstBefore = firstBefore;
    this.before = before;
    this.firstAfter = firstAfter;
    this.after = after;
  }

  /** The rows of a block whose lines begin at the given rows of the two texts. */
  static List<DiffRow> of(
      int firstBefore, List<String> before, int firstAfter, List<String> after) {
    Pairing pairing = new Pairing(firstBefore, before, firstAfter, after);
    if ((long) before.size() * after.size() > MOST_PAIRS) {
      pairing.asTheyCome(0, before.size(), 0, after.size(), true);
    } else {
      pairing.byLikeness();
    }
    return pairing.rows;
  }

  private void byLikeness() {
    List<List<String>> old = before.stream().map(WordDiff::words).toList();
    List<List<String>> now = after.stream().map(WordDiff::words).toList();
    double[][] alike = new double[old.size()][now.size()];
    double[][] best = new double[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        double likeness = WordDiff.likeness(old.get(i), now.get(j));
        alike[i][j] = likeness >= ALIKE ? likeness : 0;
        double paired = alike[i][j] > 0 ? alike[i][j] + best[i + 1][j + 1] : 0;
        best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
    int i = 0;
    int j = 0;
    int lonelyBefore = 0;
    int lonelyAfter = 0;
    while (i < old.size() && j < now.size()) {
      if (alike[i][j] > 0 && best[i][j] == alike[i][j] + best[i + 1][j + 1]) {
        asTheyCome(lonelyBefore, i, lonelyAfter, j, false);
        asTheyCome(i, i + 1, j, j + 1, true);
        lonelyBefore = ++i;
        lonelyAfter = ++j;
      } else if (best[i][j] == best[i + 1][j]) {
        i++;
      } else {
        j++;
      }
    }
    asTheyCome(lonelyBefore, old.size(), lonelyAfter, now.size(), false);
  }

  private void asTheyCome(int fromBefore, int toBefore, int fromAfter, int toAfter, boolean words) {
    int both = Math.min(toBefore - fromBefore, toAfter - fromAfter);
    for (int i = 0; i < both; i++) {
      Words marks =
          words ? WordDiff.of(before.get(fromBefore + i), after.get(fromAfter + i)) : Words.NONE;
      rows.add(
          new DiffRow(
              Change.CHANGED, firstBefore + fromBefore + i, firstAfter + fromAfter + i, marks));
    }
    for (int i = fromBefore + both; i < toBefore; i++) {
      rows.add(DiffRow.removed(firstBefore + i, Words.NONE));
    }
    for (int i = fromAfter + both; i < toAfter; i++) {
      rows.add(DiffRow.added(firstAfter + i, Words.NONE));
    }
  }

  /** The rows as one text has them: all that went, then all that came. */
  static List<DiffRow> unified(List<DiffRow> block) {
    List<DiffRow> went = new ArrayList<>();
    List<DiffRow> came = new ArrayList<>();
    for (DiffRow row : block) {
      if (row.before() != DiffRow.NONE) {
        went.add(DiffRow.removed(row.before(), row.words()));
      }
      if (row.after() != DiffRow.NONE) {
        came.add(DiffRow.added(row.after(), row.words()));
      }
    }
    went.addAll(came);
    return Collections.unmodifiableList(went);
  }
}
