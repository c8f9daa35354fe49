package dev.retort.sql;

/**
 * Finds where a number ends: decimal, hexadecimal, octal and binary integers, decimals and reals,
 * each with underscores between digits, as since PostgreSQL 16. Older servers read some of these as
 * a number and a word, which puts no token boundary into a different place that matters.
 */
final class Numbers {
  private Numbers() {}

  /** Whether a number starts here: a digit, or a point before a digit. */
  static boolean startsAt(String text, int at, int limit) {
    char c = text.charAt(at);
    return Chars.isDigit(c) || (c == '.' && at + 1 < limit && Chars.isDigit(text.charAt(at + 1)));
  }

  /** The offset behind the number that starts at {@code at}. */
  static int end(String text, int at, int limit) {
    int radix = radix(text, at, limit);
    if (radix != 10) {
      int end = digits(text, at + 2, limit, radix);
      return end == at + 2 ? at + 1 : end;
    }
    int end = at;
    if (text.charAt(at) != '.') {
      end = digits(text, at, limit, 10);
      if (end >= limit || text.charAt(end) != '.') {
        return exponent(text, end, limit);
      }
      if (end + 1 < limit && text.charAt(end + 1) == '.') {
        // A range, as in a PL/pgSQL loop: 1..10 is a number, two points and a number.
        return end;
      }
    }
    return exponent(text, fraction(text, end + 1, limit), limit);
  }

  private static int fraction(String text, int at, int limit) {
    boolean digit = at < limit && Chars.isDigit(text.charAt(at));
    return digit ? digits(text, at, limit, 10) : at;
  }

  private static int radix(String text, int at, int limit) {
    if (text.charAt(at) != '0' || at + 1 >= limit) {
      return 10;
    }
    return switch (text.charAt(at + 1)) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 10;
    };
  }

  /** Digits, each but the first of a decimal with at most one underscore before it. */
  private static int digits(String text, int from, int limit, int radix) {
    int at = from;
    while (at < limit) {
      boolean underscore = text.charAt(at) == '_' && (at > from || radix != 10);
      int digit = underscore ? at + 1 : at;
      if (digit >= limit || !isDigit(text.charAt(digit), radix)) {
        return at;
      }
      at = digit + 1;
    }
    return at;
  }

  private static boolean isDigit(char c, int radix) {
    return c < 128 && Character.digit(c, radix) >= 0;
  }

  private static int exponent(String text, int at, int limit) {
    if (at >= limit || (text.charAt(at) | 0x20) != 'e') {
      return at;
    }
    int digit = at + 1;
    if (digit < limit && (text.charAt(digit) == '+' || text.charAt(digit) == '-')) {
      digit++;
    }
    boolean real = digit < limit && Chars.isDigit(text.charAt(digit));
    return real ? digits(text, digit, limit, 10) : at;
  }
}
