package dev.retort.sql;

/**
 * Turns rising offsets of a text into lines and columns. A line ends with LF, CR LF or a CR alone,
 * as for PostgreSQL's scanner. Not for several threads at once.
 */
public final class LineCounter {
  private final String text;
  private int at;
  private int line;
  private int lineStart;

  /** A counter at the start of a text, whose first line has a number of its own. */
  public LineCounter(String text, int firstLine) {
    this.text = text;
    this.line = firstLine;
  }

  /**
   * The line that an offset is on.
   *
   * @param offset not before the one asked for last
   */
  public int lineOf(int offset) {
    for (; at < offset; at++) {
      char c = text.charAt(at);
      if (c == '\n' || (c == '\r' && !(at + 1 < text.length() && text.charAt(at + 1) == '\n'))) {
        line++;
        lineStart = at + 1;
      }
    }
    return line;
  }

  /** The 1-based column of an offset, in UTF-16 units; same rule. */
  public int columnOf(int offset) {
    lineOf(offset);
    return offset - lineStart + 1;
  }
}
