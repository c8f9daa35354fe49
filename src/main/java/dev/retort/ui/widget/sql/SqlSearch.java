package dev.retort.ui.widget.sql;

import java.util.Arrays;
import java.util.Locale;

/** Where a word occurs in a text, without regard to case. Immutable, any thread. */
final class SqlSearch {
  private static final int MOST = 100_000;

  private final int length;
  private final int[] offsets;
  private final boolean more;

  private SqlSearch(int length, int[] offsets, boolean more) {
    this.length = length;
    this.offsets = offsets;
    this.more = more;
  }

  /** Nothing is looked for. */
  static SqlSearch none() {
    return new SqlSearch(0, new int[0], false);
  }

  /** Looks for a word. */
  static SqlSearch of(String text, String word) {
    if (word.isEmpty()) {
      return none();
    }
    String lower = word.toLowerCase(Locale.ROOT);
    String upper = word.toUpperCase(Locale.ROOT);
    if (lower.length() != word.length() || upper.length() != word.length()) {
      lower = word;
      upper = word;
    }
    int[] found = new int[64];
    int count = 0;
    int at = 0;
    while (at <= text.length() - word.length()) {
      char c = text.charAt(at);
      if ((c == lower.charAt(0) || c == upper.charAt(0))
          && text.regionMatches(true, at, word, 0, word.length())) {
        if (count == MOST) {
          return new SqlSearch(word.length(), found, true);
        }
        if (count == found.length) {
          found = Arrays.copyOf(found, Math.min(MOST, count * 2));
        }
        found[count++] = at;
        at += word.length();
      } else {
        at++;
      }
    }
    return new SqlSearch(word.length(), Arrays.copyOf(found, count), false);
  }

  /** How many are known. */
  int count() {
    return offsets.length;
  }

  /** Whether there are more than are known. */
  boolean more() {
    return more;
  }

  /** How long each occurrence is. */
  int length() {
    return length;
  }

  /** Where an occurrence begins; they ascend and lie apart from each other. */
  int offset(int index) {
    return offsets[index];
  }

  /** The first occurrence at an offset or behind it, or the first of all; -1 if there is none. */
  int from(int offset) {
    if (offsets.length == 0) {
      return -1;
    }
    int found = Arrays.binarySearch(offsets, offset);
    int next = found >= 0 ? found : -found - 1;
    return next == offsets.length ? 0 : next;
  }

  /** The first occurrence that reaches behind an offset; {@link #count} if there is none. */
  int reaching(int offset) {
    int found = Arrays.binarySearch(offsets, offset - length + 1);
    return found >= 0 ? found : -found - 1;
  }
}
