package dev.retort.turns;

import dev.retort.testing.PgDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What moves leave in a database.
 *
 * @param rows the version table's, as the server gives them; one that says so if there is no table
 * @param trace what ran, in order
 * @param tables the tables there are
 */
record Picture(List<String> rows, List<String> trace, List<String> tables) {
  /** The rows of no table. */
  static final List<String> NO_TABLE = List.of("no table");

  static Picture of(PgDatabase database) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      boolean exists =
          list(statement, "SELECT to_regclass('alembic_version') IS NOT NULL").contains("t");
      return new Picture(
          exists ? list(statement, "SELECT version_num FROM alembic_version") : NO_TABLE,
          list(statement, "SELECT direction || ' ' || revision FROM trace ORDER BY nr"),
          list(statement, "SELECT relname FROM pg_class WHERE relname LIKE 't\\_%' ORDER BY 1"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> list(Statement statement, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  /** The table that migrations leave their traces in. */
  static void prepare(PgDatabase database) {
    database.execute("CREATE TABLE trace (nr bigserial, revision text, direction text)");
  }

  /** Without the order of the rows, which nobody promises. */
  Picture settled() {
    return new Picture(rows.stream().sorted().toList(), trace, tables);
  }

  /** Without the order in which things ran, too. */
  Picture unordered() {
    return new Picture(rows.stream().sorted().toList(), trace.stream().sorted().toList(), tables);
  }
}
