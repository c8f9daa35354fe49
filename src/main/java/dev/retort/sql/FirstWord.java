package dev.retort.sql;

import java.util.List;

/** Looks at no more of a statement than its first word. */
final class FirstWord {
  /**
   * Commands that neither control transactions nor read from the client, the frequent ones first.
   */
  private static final List<String> HARMLESS =
      List.of(
          "CREATE", "ALTER", "INSERT", "COMMENT", "DROP", "UPDATE", "DELETE", "SELECT", "GRANT");

  private FirstWord() {}

  /** Whether the text between two offsets begins with a word of {@link #HARMLESS}. */
  static boolean isHarmless(String text, int start, int end) {
    for (String word : HARMLESS) {
      int behind = start + word.length();
      if (behind <= end
          && text.regionMatches(true, start, word, 0, word.length())
          && (behind == end || !Chars.continuesWord(text.charAt(behind)))) {
        return true;
      }
    }
    return false;
  }
}
