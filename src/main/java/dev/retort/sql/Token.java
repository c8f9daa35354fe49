package dev.retort.sql;

/**
 * One token of a text.
 *
 * @param kind what it is
 * @param start offset of its first UTF-16 unit
 * @param end offset behind its last
 */
public record Token(TokenKind kind, int start, int end) {

  /** The token's characters in the text that was lexed. */
  public String in(String text) {
    return text.substring(start, end);
  }
}
