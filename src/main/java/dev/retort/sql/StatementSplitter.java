package dev.retort.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a script into its statements, by PostgreSQL's lexical rules alone; see {@link
 * ScriptScanner}. Any text can be split; what was opened and not closed belongs to the last
 * statement, for the server to refuse.
 */
public final class StatementSplitter {
  private StatementSplitter() {}

  /**
   * The statements of a script, in order, without those that are empty.
   *
   * @param text the script
   * @param firstLine the line of the file on which the script starts
   */
  public static List<SqlStatement> split(String text, int firstLine) {
    List<SqlStatement> statements = new ArrayList<>();
    ScriptScanner scanner = new ScriptScanner(text);
    LineIndex lines = new LineIndex(text);
    for (ScriptScanner.Event event = scanner.next();
        event != ScriptScanner.Event.END;
        event = scanner.next()) {
      if (event == ScriptScanner.Event.STATEMENT) {
        statements.add(statement(text, scanner.start(), scanner.end(), lines, firstLine));
      }
    }
    return List.copyOf(statements);
  }

  private static SqlStatement statement(
      String text, int start, int end, LineIndex lines, int firstLine) {
    return new SqlStatement(
        start,
        lines.lineOf(start) + firstLine - 1,
        lines.columnOf(start),
        StatementKind.of(text, start, end),
        text.substring(start, end));
  }
}
