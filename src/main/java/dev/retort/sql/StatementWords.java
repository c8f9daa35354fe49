package dev.retort.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of one statement, in upper case, outside parentheses; parentheses that open the
 * statement are passed over. Any other token but blanks and parentheses is the empty word. Reads no
 * more of the statement than is asked for.
 */
final class StatementWords {
  private final String text;
  private final Lexer lexer;
  private int depth;
  private boolean started;
  private boolean over;

  StatementWords(String text, int start, int end) {
    this.text = text;
    this.lexer = new Lexer(text, start, end, true);
  }

  StatementWords(String statement) {
    this(statement, 0, statement.length());
  }

  /** The next word; empty for other tokens, and at the end. */
  String next() {
    while (lexer.next()) {
      if (lexer.is('(')) {
        depth += started ? 1 : 0;
      } else if (lexer.is(')')) {
        depth = Math.max(0, depth - 1);
      } else if (depth == 0 && !lexer.kind().isBlank()) {
        started = true;
        return lexer.kind() == TokenKind.WORD ? upperCase() : "";
      }
    }
    over = true;
    return "";
  }

  /** Whether {@link #next()} has run into the end of the statement. */
  boolean isOver() {
    return over;
  }

  private String upperCase() {
    return text.substring(lexer.start(), lexer.end()).toUpperCase(Locale.ROOT);
  }

  /** All tokens of a statement but blanks, in upper case, parentheses and what they hold too. */
  static List<String> allTokens(String statement) {
    Lexer lexer = new Lexer(statement);
    List<String> tokens = new ArrayList<>();
    while (lexer.next()) {
      if (!lexer.kind().isBlank()) {
        tokens.add(statement.substring(lexer.start(), lexer.end()).toUpperCase(Locale.ROOT));
      }
    }
    return tokens;
  }
}
