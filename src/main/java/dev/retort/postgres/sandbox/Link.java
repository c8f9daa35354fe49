package dev.retort.postgres.sandbox;

import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.Secret;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;

/** A plain connection: every statement commits by itself. For one thread. */
public final class Link implements AutoCloseable {
  private final PgConnection connection;

  private Link(PgConnection connection) {
    this.connection = connection;
  }

  /** Over a connection by the simple protocol, which is closed with this. */
  public static Link over(Connection connection) {
    try {
      return new Link(connection.unwrap(PgConnection.class));
    } catch (SQLException e) {
      throw new IllegalArgumentException("not a connection of PostgreSQL's driver", e);
    }
  }

  static Link open(ConnectionSettings settings) throws SQLException {
    Properties properties = new Properties();
    properties.putAll(settings.parameters());
    properties.setProperty("user", settings.user());
    settings.password().map(Secret::reveal).ifPresent(p -> properties.setProperty("password", p));
    properties.setProperty("ApplicationName", "retort sandbox");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("loginTimeout", "20");
    // By the simple protocol, unsplit and unchanged.
    properties.setProperty("preferQueryMode", "extendedForPrepared");
    String url = "jdbc:postgresql://" + settings.hosts().getFirst() + "/" + settings.database();
    Connection connection = new Driver().connect(url, properties);
    if (connection == null) {
      throw new SQLException("the driver did not take its own URL");
    }
    return new Link(connection.unwrap(PgConnection.class));
  }

  /** Whether it is the connection that failed, and not what was asked of it. */
  public static boolean lost(SQLException e) {
    String state = Optional.ofNullable(e.getSQLState()).orElse("");
    return state.startsWith("08") || state.startsWith("57P");
  }

  /** Runs a statement, verbatim. */
  public void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  /** The first value a query gives, if it gives one. */
  public Optional<String> ask(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
    }
  }

  /** The first value of every row that a query gives; none of them may be null. */
  public List<String> all(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  /** All rows of a query, as text. */
  public List<List<Optional<String>>> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<List<Optional<String>>> all = new ArrayList<>();
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<Optional<String>> row = new ArrayList<>(columns);
        for (int column = 1; column <= columns; column++) {
          row.add(Optional.ofNullable(rows.getString(column)));
        }
        all.add(row);
      }
      return all;
    }
  }

  boolean inTransaction() {
    return connection.getTransactionState() != TransactionState.IDLE;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
