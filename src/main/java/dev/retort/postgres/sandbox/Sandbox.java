package dev.retort.postgres.sandbox;

import dev.retort.postgres.server.EmbeddedServer;
import dev.retort.postgres.server.ServerHandle;
import dev.retort.postgres.server.ServerListener;
import dev.retort.profile.ConnectionSettings;
import dev.retort.revision.Script;
import dev.retort.sql.Identifiers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Projects' databases on the embedded server. For several threads and several processes: what makes
 * or drops a database holds an advisory lock meanwhile.
 */
public final class Sandbox {
  /** Where to connect to while making or dropping another one. */
  private static final String MAINTENANCE = "postgres";

  private static final String NO_SUCH_DATABASE = "3D000";
  private static final String BASELINE_MARK = "baseline=";
  private static final int TRIES = 5;

  private final EmbeddedServer server;
  private final ServerListener listener;

  /** The sandbox on a server; the listener hears of baselines. */
  public Sandbox(EmbeddedServer server, ServerListener listener) {
    this.server = server;
    this.listener = listener;
  }

  /**
   * The project's database, made with the baseline if there is none yet.
   *
   * @param root the project's folder
   * @param baseline the scripts in the order they are replayed in
   * @throws dev.retort.postgres.server.ServerException if the server cannot be started
   * @throws SandboxException if the baseline fails, which leaves nothing behind
   */
  public SandboxDatabase open(Path root, List<Script> baseline) {
    ProjectKey key = ProjectKey.of(root);
    BaselineRun run = new BaselineRun(baseline, listener);
    return attached(handle -> open(handle, key, run));
  }

  /** Drops the project's database, whoever is connected to it, and makes it anew. */
  public SandboxDatabase reset(Path root, List<Script> baseline) {
    ProjectKey key = ProjectKey.of(root);
    BaselineRun run = new BaselineRun(baseline, listener);
    return attached(
        handle -> {
          locked(handle, key, link -> drop(link, key.database()));
          return open(handle, key, run);
        });
  }

  private interface Use {
    SandboxDatabase of(ServerHandle handle) throws SQLException;
  }

  /** A server that has just been killed may be taken for running; the next look knows better. */
  private SandboxDatabase attached(Use use) {
    for (int tries = 1; ; tries++) {
      ServerHandle handle = server.attach();
      boolean kept = false;
      try {
        SandboxDatabase database = use.of(handle);
        kept = true;
        return database;
      } catch (SQLException e) {
        if (tries == TRIES || !Link.lost(e)) {
          throw SandboxException.unreachable("The sandbox cannot be used", e);
        }
      } finally {
        if (!kept) {
          handle.close();
        }
      }
    }
  }

  private SandboxDatabase open(ServerHandle handle, ProjectKey key, BaselineRun baseline)
      throws SQLException {
    Optional<String> comment = comment(handle.settings(key.database()));
    boolean fresh = false;
    if (comment.isEmpty()) {
      fresh = locked(handle, key, link -> create(link, handle, key, baseline));
      comment = comment(handle.settings(key.database()));
    }
    boolean changed = comment.filter(text -> !text.contains(mark(baseline))).isPresent();
    return new SandboxDatabase(handle, key, fresh, changed);
  }

  /** The database's comment; empty where there is no database. */
  private static Optional<String> comment(ConnectionSettings database) throws SQLException {
    try (Link link = Link.open(database)) {
      return Optional.of(
          link.ask(
                  "SELECT pg_catalog.shobj_description(oid, 'pg_database')"
                      + " FROM pg_catalog.pg_database"
                      + " WHERE datname = pg_catalog.current_database()")
              .orElse(""));
    } catch (SQLException e) {
      if (NO_SUCH_DATABASE.equals(e.getSQLState())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private interface Work {
    boolean on(Link link) throws SQLException;
  }

  private static boolean locked(ServerHandle handle, ProjectKey key, Work work)
      throws SQLException {
    try (Link link = Link.open(handle.settings(MAINTENANCE))) {
      link.run("SELECT pg_catalog.pg_advisory_lock(" + key.lock() + ")");
      return work.on(link);
    }
  }

  /** Whether it was made; another process may have been quicker. */
  private static boolean create(
      Link link, ServerHandle handle, ProjectKey key, BaselineRun baseline) throws SQLException {
    String name = Identifiers.quoteLiteral(key.database());
    if (link.ask("SELECT 1 FROM pg_catalog.pg_database WHERE datname = " + name).isPresent()) {
      return false;
    }
    dropUnfinished(link, key);
    String unfinished = key.unfinishedPrefix() + UUID.randomUUID().toString().substring(0, 8);
    link.run("CREATE DATABASE " + unfinished + " TEMPLATE template0");
    try {
      baseline.into(handle.settings(unfinished));
    } catch (SandboxException e) {
      drop(link, unfinished);
      throw e;
    }
    String comment = "Retort's sandbox of " + key.root() + "\n" + mark(baseline);
    link.run("COMMENT ON DATABASE " + unfinished + " IS " + Identifiers.quoteLiteral(comment));
    link.run("ALTER DATABASE " + unfinished + " RENAME TO " + key.database());
    return true;
  }

  /** What processes that were killed have left; whoever makes one now holds the lock. */
  private static void dropUnfinished(Link link, ProjectKey key) throws SQLException {
    String query =
        "SELECT datname FROM pg_catalog.pg_database WHERE pg_catalog.starts_with(datname, "
            + Identifiers.quoteLiteral(key.unfinishedPrefix())
            + ") LIMIT 1";
    for (Optional<String> left = link.ask(query); left.isPresent(); left = link.ask(query)) {
      drop(link, left.get());
    }
  }

  private static boolean drop(Link link, String database) throws SQLException {
    link.run("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    return true;
  }

  private static String mark(BaselineRun baseline) {
    return BASELINE_MARK + baseline.digest();
  }
}
