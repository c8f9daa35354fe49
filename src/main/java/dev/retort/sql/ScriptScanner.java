package dev.retort.sql;

/**
 * Walks through a script statement by statement without making objects, and says where lexical
 * trouble is. What {@link StatementSplitter} does for texts of usual size, this does for files of
 * any size and for those who look for marks in comments as well.
 *
 * <p>A semicolon ends a statement unless it stands in parentheses (as in {@code CREATE RULE … DO
 * (a; b)}) or in the {@code BEGIN ATOMIC … END} body of a routine. A psql command, from its
 * backslash to the end of its line, is a statement of its own, and the data block of a {@code COPY
 * … FROM stdin} belongs to its statement, as in psql. Not for several threads at once.
 */
public final class ScriptScanner {

  /** What {@link #next()} found. */
  public enum Event {
    /** A statement: from its first token to its last, without the semicolon. */
    STATEMENT,
    /** A line comment that the boundary test accepted. The statement before it has ended. */
    BOUNDARY,
    /** Something that was opened here and not closed: see {@link #error()}. */
    ERROR,
    /** There is nothing more. */
    END
  }

  /** Decides which line comments end a statement, semicolon or not. */
  @FunctionalInterface
  public interface Boundary {
    /** Whether the line comment between two offsets is one. */
    boolean at(int start, int end);
  }

  private static final int NONE = -1;

  private final String text;
  private final int limit;
  private final Boundary boundary;
  private final Lexer lexer;
  private final RoutineBody body;

  private int statementStart = NONE;
  private int statementEnd;
  private int depth;
  private int outermostParenthesis;
  private boolean held;
  private boolean over;
  private boolean copyDataAhead = true;

  private int start;
  private int end;
  private ScriptError error = ScriptError.UNTERMINATED_STRING;
  private ScriptError pendingError = ScriptError.UNTERMINATED_STRING;
  private int pendingErrorAt = NONE;

  /** A walk through a whole text, in which no comment is a boundary. */
  public ScriptScanner(String text) {
    this(text, 0, (from, to) -> false);
  }

  /** A walk from an offset to the end of a text, with a test for comments that end a statement. */
  public ScriptScanner(String text, int from, Boundary boundary) {
    this.text = text;
    this.limit = text.length();
    this.boundary = boundary;
    this.lexer = new Lexer(text, from, limit, true);
    this.body = new RoutineBody(lexer);
  }

  /** Moves to the next event. */
  public Event next() {
    if (pendingErrorAt != NONE) {
      return reportPending();
    }
    if (held) {
      return afterHeldToken();
    }
    while (!over) {
      if (!lexer.next()) {
        over = true;
        return finish();
      }
      Event event = token();
      if (event != Event.END) {
        return event;
      }
    }
    return Event.END;
  }

  /** Where the statement, boundary or error starts. */
  public int start() {
    return start;
  }

  /** Where the statement, boundary or error ends. */
  public int end() {
    return end;
  }

  /** What the trouble is, after {@link Event#ERROR}. */
  public ScriptError error() {
    return error;
  }

  /** Takes one token; END means that nothing is to be told yet. */
  private Event token() {
    TokenKind kind = lexer.kind();
    return switch (kind) {
      case WHITESPACE, BLOCK_COMMENT -> Event.END;
      case LINE_COMMENT -> boundary.at(lexer.start(), lexer.end()) ? interrupt() : Event.END;
      case PSQL_COMMAND -> interrupt();
      default -> kind.isUnterminated() ? unterminated() : partOfStatement();
    };
  }

  /** A boundary or psql command: first the statement before it ends, then it is told itself. */
  private Event interrupt() {
    held = true;
    return statementStart == NONE ? afterHeldToken() : finish();
  }

  private Event afterHeldToken() {
    held = false;
    start = lexer.start();
    end = lexer.end();
    return lexer.kind() == TokenKind.LINE_COMMENT ? Event.BOUNDARY : Event.STATEMENT;
  }

  private Event unterminated() {
    // A comment too: the server shall refuse it rather than never see it.
    extend();
    error = ScriptError.of(lexer.kind());
    start = lexer.start();
    end = lexer.end();
    // What is open swallows everything behind it, parentheses too: one report is enough.
    depth = 0;
    body.reset();
    return Event.ERROR;
  }

  private Event partOfStatement() {
    if (lexer.is(';') && depth == 0 && !body.isOpen()) {
      return statementStart == NONE ? Event.END : terminated();
    }
    extend();
    if (lexer.is('(')) {
      outermostParenthesis = depth == 0 ? lexer.start() : outermostParenthesis;
      depth++;
    } else if (lexer.is(')')) {
      depth = Math.max(0, depth - 1);
    }
    body.token(depth);
    return Event.END;
  }

  private void extend() {
    if (statementStart == NONE) {
      statementStart = lexer.start();
    }
    statementEnd = lexer.end();
  }

  private Event terminated() {
    if (copyDataAhead && CopyData.isReadBy(text, statementStart, statementEnd)) {
      int data = CopyData.end(text, lexer.end(), limit);
      // None behind this statement means none behind any later one; keeps the walk linear.
      copyDataAhead = data != CopyData.NONE;
      if (copyDataAhead) {
        statementEnd = data;
        lexer.skipTo(data);
      }
    }
    return statement();
  }

  private Event statement() {
    start = statementStart;
    end = statementEnd;
    statementStart = NONE;
    body.reset();
    depth = 0;
    return Event.STATEMENT;
  }

  /** The open statement, if there is one, ends without a semicolon; then what it left open. */
  private Event finish() {
    if (statementStart == NONE) {
      return Event.END;
    }
    if (depth > 0) {
      pendingError = ScriptError.UNCLOSED_PARENTHESIS;
      pendingErrorAt = outermostParenthesis;
    } else if (body.isOpen()) {
      pendingError = ScriptError.UNFINISHED_ROUTINE_BODY;
      pendingErrorAt = body.start();
    }
    return statement();
  }

  private Event reportPending() {
    error = pendingError;
    start = pendingErrorAt;
    end = pendingErrorAt + 1;
    pendingErrorAt = NONE;
    return Event.ERROR;
  }
}
