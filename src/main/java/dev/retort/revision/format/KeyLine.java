package dev.retort.revision.format;

import java.util.List;
import java.util.Optional;

/**
 * Finds the key of a header's line, {@code -- Revision ID: 0001}, in any case and with any blanks.
 * By hand, for this is done for every comment of thousands of files, and a regular expression is
 * what reading them would mostly cost.
 */
final class KeyLine {

  private record Spelling(String words, HeaderKey key) {}

  private static final List<Spelling> SPELLINGS =
      List.of(
          new Spelling("revision id", HeaderKey.REVISION_ID),
          new Spelling("revises", HeaderKey.REVISES),
          new Spelling("create date", HeaderKey.CREATE_DATE),
          new Spelling("branch labels", HeaderKey.BRANCH_LABELS),
          new Spelling("branch label", HeaderKey.BRANCH_LABELS),
          new Spelling("depends on", HeaderKey.DEPENDS_ON));

  private KeyLine() {}

  /** The key and value of the line comment between two offsets; empty where it has no key. */
  static Optional<HeaderLine> of(String text, int start, int end) {
    int word = skipBlanks(text, start + 2, end);
    for (Spelling spelling : SPELLINGS) {
      String words = spelling.words();
      if (word + words.length() < end && text.regionMatches(true, word, words, 0, words.length())) {
        int colon = skipBlanks(text, word + words.length(), end);
        if (colon < end && text.charAt(colon) == ':') {
          return Optional.of(line(spelling.key(), text, colon + 1, end));
        }
      }
    }
    return Optional.empty();
  }

  private static HeaderLine line(HeaderKey key, String text, int behindColon, int end) {
    int from = behindColon;
    while (from < end && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
      from++;
    }
    String value = text.substring(from, end).stripTrailing();
    return new HeaderLine(key, value, from, from + value.length());
  }

  private static int skipBlanks(String text, int from, int end) {
    int at = from;
    while (at < end && " \t\f\u000B\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
