package dev.retort.execute;

import dev.retort.plan.PlannedStatement;
import dev.retort.sql.LineIndex;

/**
 * A place in a file.
 *
 * @param line 1-based
 * @param column 1-based, in UTF-16 units, as Java and most editors count
 */
record FilePosition(int line, int column) {

  /**
   * Where in its file the server's position in a statement is. The server counts characters, that
   * is code points, so one outside the basic plane is one for it and two in a string here.
   *
   * @param position 1-based code point in the statement's text; 0 or less for its beginning
   */
  static FilePosition of(PlannedStatement statement, int position) {
    String sql = statement.sql();
    int end = position <= 1 ? 0 : offset(sql, position - 1);
    LineIndex lines = new LineIndex(sql);
    int line = statement.line() + lines.lineOf(end) - 1;
    int before = line == statement.line() ? statement.column() - 1 : 0;
    return new FilePosition(line, before + lines.columnOf(end));
  }

  private static int offset(String sql, int codePoints) {
    int available = sql.codePointCount(0, sql.length());
    return sql.offsetByCodePoints(0, Math.min(codePoints, available));
  }
}
