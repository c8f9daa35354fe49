package dev.retort.graph;

import java.util.Collection;
import java.util.Optional;

/**
 * Finds what somebody may have meant: the name with the fewest letters changed, if it is close
 * enough to be worth saying.
 */
public final class Nearest {
  private Nearest() {}

  /** The nearest of some names; empty where none is within a third of the letters. */
  public static Optional<String> to(String word, Collection<String> names) {
    int best = Math.max(1, word.length() / 3) + 1;
    String found = null;
    for (String name : names) {
      if (Math.abs(name.length() - word.length()) < best) {
        int distance = distance(word, name);
        if (distance < best) {
          best = distance;
          found = name;
        }
      }
    }
    return Optional.ofNullable(found);
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
