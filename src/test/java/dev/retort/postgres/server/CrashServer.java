package dev.retort.postgres.server;

import dev.retort.testing.PgDatabase;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A server that may be killed in every way and started again. Trusts everybody, listens on
 * 127.0.0.1, syncs nothing to disk: processes die here, not machines, and what a dead process has
 * written stays with the system.
 */
public final class CrashServer implements AutoCloseable {
  /** Who can do everything. */
  public static final String SUPERUSER = Cluster.SUPERUSER;

  private static final Path CACHE = Path.of("target", "sandbox-cache", "postgres").toAbsolutePath();

  private final Places places;
  private final Binaries binaries;
  private final RunAs runAs;
  private final int port;
  private Process postmaster;

  private CrashServer(Places places, Binaries binaries, RunAs runAs) throws IOException {
    this.places = places;
    this.binaries = binaries;
    this.runAs = runAs;
    this.port = Cluster.freePort();
    this.postmaster = launch();
  }

  /** Makes a data folder and starts the server on it; on a thread that outlives the server. */
  public static CrashServer start(Path folder) {
    try {
      Places places = new Places(folder.resolve("server"), CACHE, Purpose.SANDBOX);
      Binaries binaries = Binaries.find(places.binaries(), ServerListener.NONE);
      Files.createDirectories(places.home());
      RunAs runAs = RunAs.find(places.home());
      new Cluster(places, ServerListener.NONE).prepare(binaries, runAs);
      Files.writeString(places.data().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");
      CrashServer server = new CrashServer(places, binaries, runAs);
      server.awaitReady();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launch() throws IOException {
    List<String> postgres = new ArrayList<>(List.of(binaries.program("postgres")));
    postgres.addAll(List.of("-D", places.data().toString(), "-p", String.valueOf(port)));
    for (String setting :
        List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "cluster_name=" + places.clusterName(),
            "shared_buffers=32MB",
            "max_connections=60",
            "fsync=off",
            "full_page_writes=off",
            "autovacuum=off",
            "jit=off",
            "logging_collector=off")) {
      postgres.addAll(List.of("-c", setting));
    }
    File log = places.home().resolve("server.log").toFile();
    return Command.builder(places.home(), runAs.command(Detached.dyingWithItsParent(postgres)))
        .redirectOutput(Redirect.appendTo(log))
        .redirectError(Redirect.appendTo(log))
        .start();
  }

  /** Its port on 127.0.0.1; the same for all its lives. */
  public int port() {
    return port;
  }

  /** Opens a connection as superuser; the caller closes it. */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, SUPERUSER, "");
  }

  /** Runs statements, separated by semicolons, on a database. */
  public void execute(String database, String sql) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first column of a query's rows as text; null is the string {@code null}. */
  public List<String> query(String database, String sql) {
    try (Connection connection = connect(database);
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

  /** Kills a process that serves a client of a database; whether there was one. */
  public boolean killBackend(String database) {
    String title = "postgres: " + places.clusterName() + ": " + SUPERUSER + " " + database + " ";
    List<ProcessHandle> backends = Live.titled(title);
    backends.forEach(ProcessHandle::destroyForcibly);
    return !backends.isEmpty();
  }

  /** Kills the server's first process alone; the others end when they notice. */
  public void killPostmaster() {
    postmaster.destroyForcibly().onExit().join();
  }

  /** Kills the server's first process, and the others at once. */
  public void killAll() {
    List<ProcessHandle> children = postmaster.children().toList();
    postmaster.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    postmaster.onExit().join();
  }

  /** Starts the server if it was killed, and waits until it takes connections, recovered. */
  public void revive() {
    if (!postmaster.isAlive()) {
      relaunch();
    }
    PgDatabase.await("connections to the server in " + places.home(), this::answersOrRelaunched);
  }

  /**
   * A process that the dead server had just forked has no title yet by which it could be told, and
   * for a moment keeps a new server from starting.
   */
  private boolean answersOrRelaunched() {
    if (!postmaster.isAlive()) {
      relaunch();
    }
    return answers();
  }

  private void relaunch() {
    try {
      Ending.of(places);
      Postmaster.removeStaleFile(places.data());
      postmaster = launch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    PgDatabase.await("connections to the server in " + places.home(), this::answers);
  }

  private boolean answers() {
    try (Connection connection = connect("postgres")) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * Waits until nobody is connected to a database. One who was killed counts until the server has
   * noticed and recovered; a server that is about to restart is waited for.
   */
  public void awaitNoSessions(String database) {
    PgDatabase.await("the end of all sessions on " + database, () -> hasNoSessions(database));
  }

  private boolean hasNoSessions(String database) {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT FROM pg_stat_activity WHERE datname = '" + database + "'")) {
      return !rows.next();
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    killAll();
    Ending.of(places);
  }
}
