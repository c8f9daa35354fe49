package dev.retort.sql;

import java.util.Arrays;

/**
 * Turns offsets of a text into lines and columns. A line ends with LF, CR LF or a CR alone, as for
 * PostgreSQL's scanner. Immutable.
 */
public final class LineIndex {
  private final int[] starts;

  /** Indexes a text; linear in it. */
  public LineIndex(String text) {
    int[] found = new int[16];
    int lines = 1;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean end = c == '\n' || (c == '\r' && !text.startsWith("\n", at + 1));
      if (end) {
        found = lines == found.length ? Arrays.copyOf(found, lines * 2) : found;
        found[lines++] = at + 1;
      }
    }
    this.starts = Arrays.copyOf(found, lines);
  }

  /** The 1-based line that an offset of a text is on, found by counting. */
  public static int line(String text, int offset) {
    int line = 1;
    for (int at = 0; at < offset; at++) {
      char c = text.charAt(at);
      line += c == '\n' || (c == '\r' && !text.startsWith("\n", at + 1)) ? 1 : 0;
    }
    return line;
  }

  /** The 1-based line that an offset is on. */
  public int lineOf(int offset) {
    int at = Arrays.binarySearch(starts, offset);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** The 1-based column of an offset, in UTF-16 units. */
  public int columnOf(int offset) {
    return offset - starts[lineOf(offset) - 1] + 1;
  }
}
