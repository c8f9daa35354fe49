package dev.retort.sql;

/**
 * The character classes of PostgreSQL's scanner. Everything beyond ASCII is a letter, as there, no
 * matter what Unicode thinks of it.
 */
final class Chars {
  private static final byte SPACE = 1;
  private static final byte LETTER = 2;
  private static final byte DIGIT = 4;
  private static final byte OPERATOR = 8;
  private static final byte PUNCTUATION = 16;
  private static final byte MAKES_SIGN_LAST = 32;
  private static final byte DOLLAR = 64;

  private static final byte[] CLASSES = classes();

  private Chars() {}

  private static byte[] classes() {
    byte[] classes = new byte[128];
    mark(classes, " \t\n\r\f\u000b", SPACE);
    mark(classes, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", LETTER);
    mark(classes, "0123456789", DIGIT);
    mark(classes, "~!@#^&|`?+-*/%<>=", OPERATOR);
    mark(classes, "~!@#^&|`?%", MAKES_SIGN_LAST);
    mark(classes, "()[],;:.", PUNCTUATION);
    mark(classes, "$", DOLLAR);
    return classes;
  }

  private static void mark(byte[] classes, String members, byte flag) {
    for (int i = 0; i < members.length(); i++) {
      classes[members.charAt(i)] |= flag;
    }
  }

  private static boolean is(char c, int flags) {
    return c < 128 && (CLASSES[c] & flags) != 0;
  }

  static boolean isSpace(char c) {
    return is(c, SPACE);
  }

  static boolean isNewline(char c) {
    return c == '\n' || c == '\r';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean startsWord(char c) {
    return c >= 128 || is(c, LETTER);
  }

  /** A word may go on with digits and dollars, which is why {@code a$b$} opens no dollar quote. */
  static boolean continuesWord(char c) {
    return c >= 128 || is(c, LETTER | DIGIT | DOLLAR);
  }

  /** A tag is a word without dollars. */
  static boolean continuesTag(char c) {
    return c >= 128 || is(c, LETTER | DIGIT);
  }

  static boolean isOperator(char c) {
    return is(c, OPERATOR);
  }

  /** The operator characters that allow an operator to end in a plus or minus sign. */
  static boolean allowsTrailingSign(char c) {
    return is(c, MAKES_SIGN_LAST);
  }

  static boolean isPunctuation(char c) {
    return is(c, PUNCTUATION);
  }
}
