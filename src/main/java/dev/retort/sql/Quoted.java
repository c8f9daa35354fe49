package dev.retort.sql;

/**
 * Finds where quoted things and comments end. Each method gets the offset behind the opener and
 * gives the offset behind the closer, or {@link #OPEN} where the text ends first.
 */
final class Quoted {
  static final int OPEN = -1;

  private Quoted() {}

  /** A standard string or a quoted identifier: the quote is doubled to mean itself. */
  static int plain(String text, int from, int limit, char quote) {
    int at = from;
    while (true) {
      int close = text.indexOf(quote, at, limit);
      if (close < 0) {
        return OPEN;
      }
      if (close + 1 == limit || text.charAt(close + 1) != quote) {
        return close + 1;
      }
      at = close + 2;
    }
  }

  /** A bit or hexadecimal string: the next quote ends it. */
  static int single(String text, int from, int limit) {
    int close = text.indexOf('\'', from, limit);
    return close < 0 ? OPEN : close + 1;
  }

  /** A string in which a backslash takes the next character with it. */
  static int escaped(String text, int from, int limit) {
    int at = from;
    while (at < limit) {
      char c = text.charAt(at);
      if (c == '\\') {
        at += 2;
      } else if (c != '\'') {
        at++;
      } else if (at + 1 < limit && text.charAt(at + 1) == '\'') {
        at += 2;
      } else {
        return at + 1;
      }
    }
    return OPEN;
  }

  /**
   * Where a string goes on: blanks and line comments with at least one line end among them, then a
   * quote. Gives the offset behind that quote, or {@link #OPEN} where the string is over.
   */
  static int continuation(String text, int from, int limit) {
    boolean newline = false;
    int at = from;
    while (at < limit) {
      char c = text.charAt(at);
      if (Chars.isSpace(c)) {
        newline |= Chars.isNewline(c);
        at++;
      } else if (c == '-' && at + 1 < limit && text.charAt(at + 1) == '-') {
        at = lineEnd(text, at, limit);
      } else {
        return newline && c == '\'' ? at + 1 : OPEN;
      }
    }
    return OPEN;
  }

  /**
   * A dollar-quoted string, whose opener, the tag with both its dollars, lies before {@code from}.
   */
  static int dollar(String text, int opener, int from, int limit) {
    int close =
        from - opener == 2
            ? text.indexOf("$$", from, limit)
            : text.indexOf(text.substring(opener, from), from, limit);
    return close < 0 ? OPEN : close + from - opener;
  }

  /** The offset behind the opener of a dollar quote at {@code at}, or {@link #OPEN}. */
  static int dollarOpener(String text, int at, int limit) {
    int next = at + 1;
    if (next < limit && Chars.startsWord(text.charAt(next))) {
      do {
        next++;
      } while (next < limit && Chars.continuesTag(text.charAt(next)));
    }
    return next < limit && text.charAt(next) == '$' ? next + 1 : OPEN;
  }

  /** A block comment, in which others may be nested. */
  static int blockComment(String text, int from, int limit) {
    int depth = 1;
    int at = from;
    while (at + 1 < limit) {
      char c = text.charAt(at);
      if (c == '*' && text.charAt(at + 1) == '/') {
        at += 2;
        depth--;
        if (depth == 0) {
          return at;
        }
      } else if (c == '/' && text.charAt(at + 1) == '*') {
        at += 2;
        depth++;
      } else {
        at++;
      }
    }
    return OPEN;
  }

  /** The offset of the line end at or behind {@code from}; never {@link #OPEN}. */
  static int lineEnd(String text, int from, int limit) {
    int at = from;
    while (at < limit && !Chars.isNewline(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
