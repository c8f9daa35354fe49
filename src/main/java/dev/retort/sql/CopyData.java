package dev.retort.sql;

/** Finds the block of data that psql reads behind a {@code COPY … FROM stdin}. */
final class CopyData {
  static final int NONE = -1;

  private CopyData() {}

  /** Whether a statement is a {@code COPY … FROM stdin}; the server takes STDOUT there as well. */
  static boolean isReadBy(String text, int start, int end) {
    StatementWords words = new StatementWords(text, start, end);
    if (!words.next().equals("COPY")) {
      return false;
    }
    String previous = "";
    for (String word = words.next(); !words.isOver(); word = words.next()) {
      if (previous.equals("FROM") && (word.equals("STDIN") || word.equals("STDOUT"))) {
        return true;
      }
      previous = word;
    }
    return false;
  }

  /**
   * The offset behind the line {@code \.} that ends the data.
   *
   * @param from offset behind the statement's semicolon; data starts on the line behind it
   * @return {@link #NONE} where no such line follows, and hence no data
   */
  static int end(String text, int from, int limit) {
    int at = text.indexOf("\\.", from, limit);
    while (at >= 0) {
      boolean ownLine =
          Chars.isNewline(text.charAt(at - 1))
              && (at + 2 == limit || Chars.isNewline(text.charAt(at + 2)));
      if (ownLine) {
        return at + 2;
      }
      at = text.indexOf("\\.", at + 2, limit);
    }
    return NONE;
  }
}
