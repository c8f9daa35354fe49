package dev.retort.sql;

/** What can be wrong with a script's text before any statement is understood. */
public enum ScriptError {
  UNTERMINATED_STRING,
  UNTERMINATED_IDENTIFIER,
  UNTERMINATED_DOLLAR_STRING,
  UNTERMINATED_COMMENT,
  /** A parenthesis that the statement never closes, so that it runs into those behind it. */
  UNCLOSED_PARENTHESIS,
  /** A {@code BEGIN ATOMIC} without its {@code END}. */
  UNFINISHED_ROUTINE_BODY;

  static ScriptError of(TokenKind kind) {
    return switch (kind) {
      case UNTERMINATED_IDENTIFIER -> UNTERMINATED_IDENTIFIER;
      case UNTERMINATED_DOLLAR_STRING -> UNTERMINATED_DOLLAR_STRING;
      case UNTERMINATED_COMMENT -> UNTERMINATED_COMMENT;
      default -> UNTERMINATED_STRING;
    };
  }
}
