package dev.retort.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.retort.sql.StatementClass.OutsideTransaction;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Holds the lexer, the classes and the quoting against a real server. */
@Tag("db")
@ExtendWith(PgExtension.class)
class SqlAgainstServerTest {

  /** Hands a text to the server's own parser as it is; the driver would split it by itself. */
  private static void execute(Connection connection, String text) throws SQLException {
    try (PreparedStatement run = connection.prepareStatement("SELECT run(?)")) {
      run.setString(1, text);
      run.execute();
    }
  }

  private static List<String> logged(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("DELETE FROM log RETURNING value")) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  @Test
  void theServerSeesTheSameStatements(PgDatabase database) throws SQLException {
    database.execute(
        """
        CREATE TABLE log (value text);
        CREATE FUNCTION run(sql text) RETURNS void LANGUAGE plpgsql AS 'BEGIN EXECUTE sql; END';
        """);
    List<List<String>> samples = SqlTexts.statements().list().ofSize(200).sample();
    try (Connection connection = database.connect()) {
      for (List<String> statements : samples) {
        String script = String.join(";\n", statements);
        execute(connection, script);
        List<String> whole = logged(connection);
        for (SqlStatement statement : StatementSplitter.split(script, 1)) {
          // Two statements in one would be a syntax error behind the DO.
          execute(connection, statement.text());
        }
        assertEquals(whole, logged(connection), script);
      }
    }
  }

  @Test
  void theServerRefusesInATransactionWhatIsClassedSo(PgDatabase database) throws SQLException {
    database.execute(
        """
        CREATE TABLE t (a int PRIMARY KEY);
        CREATE INDEX i ON t (a);
        CREATE TABLE parted (a int) PARTITION BY LIST (a);
        CREATE TABLE part PARTITION OF parted FOR VALUES IN (1);
        """);
    List<String> refused =
        List.of(
            "CREATE INDEX CONCURRENTLY j ON t (a)",
            "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS j ON t (a)",
            "DROP INDEX CONCURRENTLY i",
            "REINDEX INDEX CONCURRENTLY i",
            "REINDEX (CONCURRENTLY) TABLE t",
            "REINDEX SCHEMA public",
            "REINDEX SYSTEM",
            "REINDEX DATABASE",
            "VACUUM",
            "VACUUM (ANALYZE) t",
            "CREATE DATABASE d",
            "DROP DATABASE d",
            "ALTER DATABASE " + database.name() + " SET TABLESPACE pg_default",
            "CREATE TABLESPACE s LOCATION '/nowhere'",
            "DROP TABLESPACE s",
            "ALTER SYSTEM SET work_mem = '1MB'",
            "ALTER TABLE parted DETACH PARTITION part CONCURRENTLY",
            "CLUSTER",
            "CLUSTER (VERBOSE)",
            "DISCARD ALL",
            "CREATE SUBSCRIPTION s CONNECTION 'dbname=x' PUBLICATION p");
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      for (String sql : refused) {
        assertInstanceOf(OutsideTransaction.class, StatementClass.of(sql), sql);
        try (Statement statement = connection.createStatement()) {
          statement.execute("SELECT 1");
          SQLException e = assertThrows(SQLException.class, () -> statement.execute(sql), sql);
          assertEquals("25001", e.getSQLState(), sql);
        }
        connection.rollback();
      }
    }
  }

  @Test
  void quotingIsTheServers(PgDatabase database) throws SQLException {
    List<String> names =
        new ArrayList<>(database.query("SELECT word FROM pg_get_keywords() WHERE catcode <> 'U'"));
    names.addAll(database.query("SELECT word FROM pg_get_keywords() WHERE catcode = 'U'"));
    names.addAll(List.of("a", "_a1", "A", "1a", "a b", "a\"b", "a'b\\c", "é", "a$", "it's"));
    try (Connection connection = database.connect();
        PreparedStatement quote =
            connection.prepareStatement("SELECT quote_ident(?), quote_literal(?)")) {
      for (String name : names) {
        quote.setString(1, name);
        quote.setString(2, name);
        try (ResultSet row = quote.executeQuery()) {
          row.next();
          assertEquals(row.getString(1), Identifiers.quote(name));
          assertEquals(row.getString(2), Identifiers.quoteLiteral(name));
        }
      }
    }
  }
}
