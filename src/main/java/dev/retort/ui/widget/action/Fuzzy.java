package dev.retort.ui.widget.action;

import java.util.Locale;

/**
 * How well a text answers to what is typed: whole beats beginning, a word's beginning beats its
 * middle, letters in a row beat letters apart. Every word that is typed must be found.
 */
public final class Fuzzy {
  /** What does not answer at all. */
  public static final int NONE = 0;

  private static final int WHOLE = 1000;
  private static final int BEGINNING = 800;
  private static final int WORD = 600;
  private static final int INSIDE = 400;
  private static final int INITIALS = 300;
  private static final int APART = 100;

  private Fuzzy() {}

  /** A number above {@link #NONE} if the text answers, greater the better; any case. */
  public static int score(String typed, String text) {
    String in = text.toLowerCase(Locale.ROOT);
    int sum = 0;
    int words = 0;
    for (String word : typed.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      int found = word(word, in);
      if (found == NONE) {
        return NONE;
      }
      sum += found;
      words++;
    }
    return sum / words;
  }

  private static int word(String word, String text) {
    if (text.equals(word)) {
      return WHOLE;
    }
    if (text.startsWith(word)) {
      return BEGINNING + closeness(word, text);
    }
    int best = NONE;
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      best = Math.max(best, startsWord(text, at) ? WORD : INSIDE);
    }
    if (best > NONE) {
      return best + closeness(word, text);
    }
    if (word.length() > 1 && isInitials(word, text)) {
      return INITIALS + closeness(word, text);
    }
    return word.length() > 2 ? apart(word, text) : NONE;
  }

  /** Of two texts that answer alike, the one with less beside it; less than 100. */
  private static int closeness(String word, String text) {
    return Math.min(99, 99 * word.length() / Math.max(1, text.length()));
  }

  private static boolean startsWord(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }

  private static boolean isInitials(String word, String text) {
    int next = 0;
    for (int at = 0; at < text.length() && next < word.length(); at++) {
      if (startsWord(text, at) && text.charAt(at) == word.charAt(next)) {
        next++;
      }
    }
    return next == word.length();
  }

  /** Letters in their order with others between, as long as they are not all over the place. */
  private static int apart(String word, String text) {
    int first = text.indexOf(word.charAt(0));
    while (first >= 0) {
      int at = first;
      int next = 1;
      while (next < word.length() && at >= 0) {
        at = text.indexOf(word.charAt(next), at + 1);
        next++;
      }
      if (at < 0) {
        return NONE;
      }
      int spread = at - first + 1;
      if (spread <= 2 * word.length() && startsWord(text, first)) {
        return APART + closeness(word, text.substring(first, at + 1));
      }
      first = text.indexOf(word.charAt(0), first + 1);
    }
    return NONE;
  }
}
