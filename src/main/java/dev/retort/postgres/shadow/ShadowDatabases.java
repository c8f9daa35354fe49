package dev.retort.postgres.shadow;

import dev.retort.postgres.sandbox.Link;
import dev.retort.sql.Identifiers;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Makes, copies, keeps and drops the databases of shadows, over one connection. */
final class ShadowDatabases {
  /** A small database is some eight megabytes. */
  private static final int MOST_KEPT = 24;

  private static final long LARGEST_KEPT = 1L << 30;

  /**
   * Where nothing is synced to disk, files are copied sooner than pages are logged, and the copy
   * has what spares its first session most of the look through the catalogs. Elsewhere the
   * checkpoints that this takes cost more than it saves. Before version 15 there is no other way.
   */
  private static final String STRATEGY =
      "SELECT ' STRATEGY file_copy' WHERE pg_catalog.current_setting('fsync') = 'off'"
          + " AND pg_catalog.current_setting('server_version_num')::int >= 150000";

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

  private final Link link;
  private final Optional<String> owner;
  private final String strategy;
  private final int most;
  private final long largest;

  /**
   * The databases that a connection leads to.
   *
   * @param owner whose new ones are to be; absent for who connects
   */
  ShadowDatabases(Link link, Optional<String> owner) throws SQLException {
    this(link, owner, MOST_KEPT, LARGEST_KEPT);
  }

  /** With other bounds for what is kept: how many, and how many bytes. */
  ShadowDatabases(Link link, Optional<String> owner, int most, long largest) throws SQLException {
    this.link = link;
    this.owner = owner;
    this.strategy = link.ask(STRATEGY).orElse("");
    this.most = most;
    this.largest = largest;
  }

  /** The keys of those that are kept. */
  Set<String> kept() throws SQLException {
    Set<String> keys = new LinkedHashSet<>();
    for (String name : link.all("SELECT d.datname" + ours(ShadowNames.KEPT_PATTERN))) {
      keys.add(name.substring(ShadowNames.KEPT.length()));
    }
    return keys;
  }

  /** A new empty database to work in; its name. */
  String create() throws SQLException {
    return managing(() -> copyOf("template0"));
  }

  /** A copy of a kept one to work in; its name. */
  Optional<String> copy(String key) throws SQLException {
    return managing(
        () -> {
          String kept = ShadowNames.kept(key);
          if (!exists(kept)) {
            return Optional.empty();
          }
          comment(kept);
          return Optional.of(copyOf(kept));
        });
  }

  /** A copy of one that is worked in; its name. */
  String fork(String work) throws SQLException {
    return managing(
        () -> {
          awaitQuiet(work);
          return copyOf(work);
        });
  }

  /**
   * A session ends a moment after its client has gone. The server waits for that as well, but looks
   * only every tenth of a second. Whoever is no client it sends away itself.
   */
  private void awaitQuiet(String name) throws SQLException {
    String query =
        "SELECT 1 FROM pg_catalog.pg_stat_activity WHERE datname = "
            + Identifiers.quoteLiteral(name)
            + " AND backend_type = 'client backend'";
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (link.ask(query).isPresent() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private String copyOf(String template) throws SQLException {
    String work = ShadowNames.newWork();
    link.run("SELECT pg_catalog.pg_advisory_lock(" + ShadowNames.lock(work) + ")");
    String of = owner.map(role -> " OWNER " + Identifiers.quote(role)).orElse("");
    link.run("CREATE DATABASE " + work + of + " TEMPLATE " + template + strategy);
    comment(work);
    return work;
  }

  /** Keeps one that was worked in, unless one with the same content is kept already. */
  void keep(String work, String key) throws SQLException {
    String kept = ShadowNames.kept(key);
    managing(
        () -> {
          if (exists(kept)) {
            drop(work);
          } else {
            awaitQuiet(work);
            link.run("ALTER DATABASE " + work + " RENAME TO " + kept);
            link.run("ALTER DATABASE " + kept + " ALLOW_CONNECTIONS false");
            comment(kept);
          }
          bound(kept);
          return kept;
        });
    release(work);
  }

  /** Drops one that was worked in. */
  void end(String work) throws SQLException {
    awaitQuiet(work);
    drop(work);
    release(work);
  }

  /** Drops what processes that no longer live have worked in. */
  void dropLeftovers() throws SQLException {
    managing(
        () -> {
          for (String work : link.all("SELECT d.datname" + ours(ShadowNames.WORK_PATTERN))) {
            String lock = String.valueOf(ShadowNames.lock(work));
            if (link.ask("SELECT pg_catalog.pg_try_advisory_lock(" + lock + ")")
                .equals(Optional.of("t"))) {
              drop(work);
              release(work);
            }
          }
          return true;
        });
  }

  /** The oldest go while there are too many, or they are too large together. */
  private void bound(String newest) throws SQLException {
    List<String> oldestLast =
        link.all(
            "SELECT d.datname"
                + ours(ShadowNames.KEPT_PATTERN)
                + " ORDER BY d.datname = "
                + Identifiers.quoteLiteral(newest)
                + " DESC, pg_catalog.shobj_description(d.oid, 'pg_database') DESC NULLS LAST");
    long size = 0;
    int count = 0;
    for (String name : oldestLast) {
      String query =
          "SELECT pg_catalog.pg_database_size(" + Identifiers.quoteLiteral(name) + "::name)";
      size += Long.parseLong(link.ask(query).orElse("0"));
      count++;
      if (count > 1 && (count > most || size > largest)) {
        drop(name);
      }
    }
  }

  /** Databases of such a name that are this role's, and not marked as somebody else's. */
  private static String ours(String pattern) {
    return " FROM pg_catalog.pg_database d WHERE d.datname ~ "
        + Identifiers.quoteLiteral(pattern)
        + " AND pg_catalog.pg_has_role(d.datdba, 'USAGE') AND pg_catalog.starts_with(coalesce("
        + "pg_catalog.shobj_description(d.oid, 'pg_database'), "
        + Identifiers.quoteLiteral(ShadowNames.MARK)
        + "), "
        + Identifiers.quoteLiteral(ShadowNames.MARK)
        + ")";
  }

  private boolean exists(String name) throws SQLException {
    return link.ask(
            "SELECT 1 FROM pg_catalog.pg_database WHERE datname = "
                + Identifiers.quoteLiteral(name))
        .isPresent();
  }

  private void comment(String name) throws SQLException {
    link.run(
        "COMMENT ON DATABASE "
            + name
            + " IS "
            + Identifiers.quoteLiteral(ShadowNames.MARK + Instant.now()));
  }

  private void drop(String name) throws SQLException {
    link.run("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  }

  private void release(String work) throws SQLException {
    link.run("SELECT pg_catalog.pg_advisory_unlock(" + ShadowNames.lock(work) + ")");
  }

  /** What only one process may do at a time. */
  private interface Managing<T> {
    T now() throws SQLException;
  }

  private <T> T managing(Managing<T> managing) throws SQLException {
    link.run("SELECT pg_catalog.pg_advisory_lock(" + ShadowNames.MANAGING + ")");
    try {
      return managing.now();
    } finally {
      link.run("SELECT pg_catalog.pg_advisory_unlock(" + ShadowNames.MANAGING + ")");
    }
  }
}
