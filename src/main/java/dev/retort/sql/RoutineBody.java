package dev.retort.sql;

/**
 * Watches the tokens of one statement for a {@code BEGIN ATOMIC … END} body, in which semicolons
 * end no statement. Only {@code CREATE [OR REPLACE] FUNCTION | PROCEDURE} has one, so that a column
 * named {@code begin} elsewhere opens nothing; {@code CASE … END} inside is counted, and a word
 * behind {@code AS} or a point is a name.
 */
final class RoutineBody {
  private final Lexer lexer;

  /** How many words of CREATE OR REPLACE FUNCTION have been seen; -1 where it is something else. */
  private int head;

  private boolean routine;
  private boolean begin;
  private boolean name;
  private int start;
  private int depth;

  RoutineBody(Lexer lexer) {
    this.lexer = lexer;
  }

  /** Whether the tokens so far leave a body open. */
  boolean isOpen() {
    return depth > 0;
  }

  /** Where the body starts. */
  int start() {
    return start;
  }

  /** Forgets the statement. */
  void reset() {
    head = 0;
    routine = false;
    begin = false;
    name = false;
    depth = 0;
  }

  /** Takes the lexer's token, which is neither blank nor comment. */
  void token(int parentheses) {
    if (routine) {
      insideRoutine(parentheses);
    } else if (head >= 0) {
      head();
    }
  }

  private void head() {
    boolean fits =
        switch (head) {
          case 0 -> lexer.isWord("CREATE");
          case 1 -> lexer.isWord("OR") || isRoutine();
          case 2 -> lexer.isWord("REPLACE");
          default -> isRoutine();
        };
    routine = fits && isRoutine();
    head = fits ? head + 1 : -1;
  }

  private boolean isRoutine() {
    return lexer.isWord("FUNCTION") || lexer.isWord("PROCEDURE");
  }

  private void insideRoutine(int parentheses) {
    if (depth == 0) {
      if (begin && parentheses == 0 && lexer.isWord("ATOMIC")) {
        depth = 1;
      }
      begin = !name && lexer.isWord("BEGIN");
      start = begin ? lexer.start() : start;
    } else if (!name && lexer.isWord("CASE")) {
      depth++;
    } else if (!name && lexer.isWord("END")) {
      depth--;
    }
    name = lexer.isWord("AS") || lexer.is('.');
  }
}
