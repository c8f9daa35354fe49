package dev.retort.sql;

/** What a {@link Lexer} says of a token; the names follow the PostgreSQL manual, chapter 4.1. */
public enum TokenKind {
  /** Blanks and line ends. */
  WHITESPACE,
  /** {@code -- …}, without the line end. */
  LINE_COMMENT,
  /** {@code /* … *}{@code /}, nested ones included. */
  BLOCK_COMMENT,
  /** A key word or an identifier without quotes. */
  WORD,
  /** {@code "…"}. */
  QUOTED_IDENTIFIER,
  /** {@code U&"…"}. */
  UNICODE_IDENTIFIER,
  /** {@code '…'}, with the parts that continue it on later lines, as all kinds of strings. */
  STRING,
  /** {@code E'…'}, and {@code '…'} where standard_conforming_strings is off. */
  ESCAPE_STRING,
  /** {@code U&'…'}. */
  UNICODE_STRING,
  /** {@code N'…'}. */
  NATIONAL_STRING,
  /** {@code B'…'}. */
  BIT_STRING,
  /** {@code X'…'}. */
  HEX_STRING,
  /** {@code $tag$…$tag$}. */
  DOLLAR_STRING,
  /** An integer in any base, a decimal or a real number. */
  NUMBER,
  /** {@code $1}. */
  PARAMETER,
  /** An operator of one or more characters, {@code ::}, {@code :=} and {@code ..} included. */
  OPERATOR,
  /** {@code ( ) [ ] , ; : .}, one character each. */
  PUNCTUATION,
  /** A backslash and the rest of its line: a command that only psql knows. */
  PSQL_COMMAND,
  /** A character that PostgreSQL has no use for, such as a brace. */
  OTHER,
  /** A number or parameter with letters stuck to it, such as {@code 12ab}. */
  MALFORMED_NUMBER,
  /** A string of any kind that the text ends in. */
  UNTERMINATED_STRING,
  /** A quoted identifier that the text ends in. */
  UNTERMINATED_IDENTIFIER,
  /** A dollar-quoted string that the text ends in. */
  UNTERMINATED_DOLLAR_STRING,
  /** A block comment that the text ends in. */
  UNTERMINATED_COMMENT;

  /** Whether PostgreSQL ignores it: blanks and finished comments. */
  public boolean isBlank() {
    return this == WHITESPACE || this == LINE_COMMENT || this == BLOCK_COMMENT;
  }

  /** Whether something was opened and never closed; only a text's last token can be. */
  public boolean isUnterminated() {
    return compareTo(UNTERMINATED_STRING) >= 0;
  }
}
