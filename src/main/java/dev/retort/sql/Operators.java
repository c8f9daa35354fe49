package dev.retort.sql;

/**
 * Finds where an operator ends. A comment's opener ends it, and so does a trailing plus or minus
 * sign, unless a character says that it is no sign: {@code a=-1} has the operator {@code =}, {@code
 * a@-1} has {@code @-} (manual, chapter 4.1.3).
 */
final class Operators {
  private Operators() {}

  /** The offset behind the operator characters from {@code from} on, where no comment starts. */
  static int run(String text, int from, int limit) {
    int end = from + 1;
    while (end < limit && Chars.isOperator(text.charAt(end)) && !opensComment(text, end, limit)) {
      end++;
    }
    return end;
  }

  /** Whether a line or block comment starts here. */
  static boolean opensComment(String text, int at, int limit) {
    if (at + 1 >= limit) {
      return false;
    }
    char first = text.charAt(at);
    char second = text.charAt(at + 1);
    return (first == '-' && second == '-') || (first == '/' && second == '*');
  }

  /** How much of a {@link #run} is one operator; signs that are cut off are operators each. */
  static int withoutTrailingSigns(String text, int from, int end) {
    if (end - from < 2 || !isSign(text.charAt(end - 1))) {
      return end;
    }
    for (int i = from; i < end - 1; i++) {
      if (Chars.allowsTrailingSign(text.charAt(i))) {
        return end;
      }
    }
    int last = end;
    while (last - from > 1 && isSign(text.charAt(last - 1))) {
      last--;
    }
    return last;
  }

  private static boolean isSign(char c) {
    return c == '+' || c == '-';
  }
}
