package dev.retort.testing;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.profile.ConnectionSettings;
import dev.retort.profile.ConnectionSettings.HostPort;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A database of one test, with what tests do to databases. Methods open a connection each. */
public final class PgDatabase {
  private static final long PATIENCE_NANOS = SECONDS.toNanos(20);

  private final PgServer server;
  private final String name;
  private final List<String> roles = new ArrayList<>();
  private final List<PgDatabase> others = new ArrayList<>();

  PgDatabase(PgServer server, String name) {
    this.server = server;
    this.name = name;
  }

  /** The database's name, unique in the test JVM. */
  public String name() {
    return name;
  }

  /**
   * Makes another database on the same server; it goes with this one.
   *
   * @param suffix told apart by it
   */
  public PgDatabase another(String suffix) {
    PgDatabase other = server.create(name + "_" + suffix);
    others.add(other);
    return other;
  }

  /** A database that is there already; whoever made it drops it. */
  public PgDatabase named(String other) {
    return new PgDatabase(server, other);
  }

  /** Drops all shadow databases of the server; tests that share one run one after another. */
  public void dropShadows() {
    for (String shadow :
        query("SELECT datname FROM pg_database WHERE datname LIKE 'retort\\_shadow\\_%'")) {
      execute("DROP DATABASE IF EXISTS " + shadow + " WITH (FORCE)");
    }
  }

  /** The server's port on localhost. */
  public int port() {
    return server.port();
  }

  /** How the superuser reaches it. */
  public ConnectionSettings settings() {
    return settings(PgServer.SUPERUSER);
  }

  /** How a role reaches it; no password is needed. */
  public ConnectionSettings settings(String role) {
    return settings(role, port());
  }

  /** How a role reaches it through another port, a proxy's for instance. */
  public ConnectionSettings settings(String role, int port) {
    return new ConnectionSettings(
        List.of(new HostPort("localhost", port)), name, role, Optional.empty(), Map.of());
  }

  /**
   * Makes a role that may log in and nothing else; it goes with the database.
   *
   * @param suffix told apart by it
   * @return the role's name, which needs no quotes
   */
  public String role(String suffix) {
    String role = name + "_" + suffix;
    server.administer("CREATE ROLE " + role + " LOGIN");
    roles.add(role);
    return role;
  }

  /** Makes a role, as {@link #role} does, that the server asks for its password. */
  public String roleWithPassword(String suffix, String password) {
    String role = role(suffix);
    server.administer("ALTER ROLE " + role + " PASSWORD '" + password + "'");
    server.administer("GRANT " + PgServer.PASSWORD_GROUP + " TO " + role);
    return role;
  }

  /** A plain JDBC connection as superuser; the caller closes it. */
  public Connection connect() throws SQLException {
    return server.connect(name);
  }

  /** Runs statements, separated by semicolons, as superuser. */
  public void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first column of a query's rows as text; null is the string {@code null}. */
  public List<String> query(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Whether a query's first value is true. */
  public boolean holds(String sql) {
    return query("SELECT (" + sql + ")").equals(List.of("t"));
  }

  /** Waits until a condition on the database holds; fails loudly if it never does. */
  public void await(String sql) {
    await(sql, () -> holds(sql));
  }

  /** Waits until a condition holds; fails loudly if it never does. */
  public static void await(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new AssertionError("never came true: " + what);
      }
      LockSupport.parkNanos(MILLISECONDS.toNanos(10));
    }
  }

  void dropAndCheckForLeaks() {
    others.forEach(PgDatabase::dropAndCheckForLeaks);
    List<String> leaks = connectionsLeft();
    server.administer("DROP DATABASE " + name + " WITH (FORCE)");
    roles.forEach(role -> server.administer("DROP ROLE " + role));
    assertEquals(List.of(), leaks, "connections that the test left open");
  }

  /** Sessions end a moment after their client has gone, hence some patience. */
  private List<String> connectionsLeft() {
    long start = System.nanoTime();
    List<String> left = otherSessions();
    while (!left.isEmpty() && System.nanoTime() - start < SECONDS.toNanos(5)) {
      LockSupport.parkNanos(MILLISECONDS.toNanos(10));
      left = otherSessions();
    }
    return left;
  }

  private List<String> otherSessions() {
    return query(
        "SELECT application_name || ': ' || query FROM pg_stat_activity"
            + " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            + " AND backend_type = 'client backend'");
  }
}
