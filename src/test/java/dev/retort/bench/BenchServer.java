package dev.retort.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The server that all work on, and the database they find empty. */
final class BenchServer implements AutoCloseable {
  private static final long TICKS_A_SECOND = 100;
  private static final int CHILDREN_USER_TICKS = 13;
  private static final int CHILDREN_SYSTEM_TICKS = 14;

  private final EmbeddedPostgres embedded;
  private final Path statistics;

  private BenchServer(EmbeddedPostgres embedded) throws IOException {
    this.embedded = embedded;
    Path process = Path.of(query("SHOW data_directory"), "postmaster.pid");
    this.statistics = Path.of("/proc", Files.readAllLines(process).getFirst().strip(), "stat");
  }

  /**
   * Starts it, with PostgreSQL's own settings.
   *
   * @param sync whether commits wait for the disk, as they do unless somebody has turned it off
   */
  static BenchServer start(boolean sync) throws IOException {
    return start(sync, Optional.empty());
  }

  /** The same, by other programs than those that come with Retort. */
  static BenchServer start(boolean sync, Optional<PgBinaryResolver> programs) throws IOException {
    String onOff = sync ? "on" : "off";
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
    programs.ifPresent(builder::setPgBinaryResolver);
    EmbeddedPostgres embedded =
        builder
            .setLocaleConfig("locale", "C")
            // The harness turns them off for tests; here they are what a server has.
            .setServerConfig("fsync", onOff)
            .setServerConfig("synchronous_commit", onOff)
            .setServerConfig("full_page_writes", onOff)
            .start();
    return new BenchServer(embedded);
  }

  int port() {
    return embedded.getPort();
  }

  int majorVersion() {
    return Integer.parseInt(query("SHOW server_version_num")) / 10_000;
  }

  /** Runs scripts in the database, a transaction each, and lets the server know what is there. */
  void execute(List<String> scripts) {
    try (Connection connection = connect(Peers.DATABASE);
        Statement statement = connection.createStatement()) {
      for (String script : scripts) {
        statement.execute(script);
      }
      statement.execute("VACUUM ANALYZE");
      statement.execute("CHECKPOINT");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An empty database in place of the one before, and nothing left to be written of that one. */
  void fresh() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + Peers.DATABASE + " WITH (FORCE)");
      statement.execute("CREATE DATABASE " + Peers.DATABASE);
      statement.execute("CHECKPOINT");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the sessions that have ended used of the processor so far; only Linux tells. */
  Optional<Duration> used() {
    if (!Files.isReadable(statistics)) {
      return Optional.empty();
    }
    while (!query("SELECT count(*) FROM pg_stat_activity WHERE datname = '" + Peers.DATABASE + "'")
        .equals("0")) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    try {
      String line = Files.readString(statistics);
      // What stands in parentheses before may hold spaces.
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
      long ticks =
          Long.parseLong(fields[CHILDREN_USER_TICKS])
              + Long.parseLong(fields[CHILDREN_SYSTEM_TICKS]);
      return Optional.of(Duration.ofMillis(ticks * 1000 / TICKS_A_SECOND));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  String query(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect() throws SQLException {
    return connect("postgres");
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port() + "/" + database, Peers.USER, "");
  }

  @Override
  public void close() throws IOException {
    embedded.close();
  }
}
