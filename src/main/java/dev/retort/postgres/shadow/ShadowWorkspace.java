package dev.retort.postgres.shadow;

import dev.retort.execute.Database;
import dev.retort.postgres.Access;
import dev.retort.postgres.PostgresSession;
import dev.retort.postgres.PostgresSessions;
import dev.retort.postgres.catalog.CatalogReader;
import dev.retort.postgres.sandbox.BaselineRun;
import dev.retort.postgres.sandbox.Link;
import dev.retort.postgres.server.ServerListener;
import dev.retort.postgres.versions.PostgresDatabase;
import dev.retort.postgres.versions.VersionTable;
import dev.retort.problem.RetortException;
import dev.retort.profile.ConnectionSettings;
import dev.retort.revision.Script;
import dev.retort.schema.Snapshot;
import dev.retort.schema.ddl.CanonicalDdl;
import dev.retort.schema.ddl.Statement;
import dev.retort.shadow.Workspace;
import dev.retort.shadow.rows.RowSession;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One database of a shadow, worked in. What is only looked at, and sample rows, have a session each
 * that stays open while the database does: a new one begins by reading the catalogs, which takes
 * longer than what is asked.
 */
final class ShadowWorkspace implements Workspace {
  private final PostgresShadow shadow;
  private final ConnectionSettings settings;
  private final VersionTable table;
  private final ShadowDatabases databases;
  private final PostgresSessions sessions;
  private final CatalogReader reader;
  private @Nullable PostgresSession looking;
  private @Nullable ShadowRows rows;
  private boolean ended;

  ShadowWorkspace(
      PostgresShadow shadow,
      ConnectionSettings settings,
      VersionTable table,
      ShadowDatabases databases) {
    this.shadow = shadow;
    this.settings = settings;
    this.table = table;
    this.databases = databases;
    this.sessions = new PostgresSessions(settings, "shadow", Access.READ_WRITE);
    this.reader = new CatalogReader(sessions, table);
  }

  @Override
  public void baseline(List<Script> scripts) {
    shadow.asked(
        () -> {
          new BaselineRun(scripts, ServerListener.NONE).into(() -> Link.over(sessions.connect()));
          return true;
        });
  }

  @Override
  public void load(CanonicalDdl schema) {
    shadow.asked(
        () -> {
          try (Link link = Link.over(sessions.connect())) {
            load(link, schema);
          }
          return true;
        });
  }

  private static void load(Link link, CanonicalDdl schema) throws SQLException {
    link.run(CanonicalDdl.PREAMBLE);
    for (Statement statement : schema.statements()) {
      link.run(statement.sql());
    }
  }

  @Override
  public Database database() {
    return new PostgresDatabase(sessions, table, ShadowSession::new);
  }

  @Override
  public Snapshot snapshot() {
    if (looking != null) {
      try {
        return reader.read(looking);
      } catch (RetortException e) {
        // A revision may have ended all sessions but its own.
        looking.close();
      }
    }
    looking = sessions.openReadOnly();
    return reader.read(looking);
  }

  @Override
  public Workspace fork() {
    letGo();
    return shadow.fork(settings.database());
  }

  @Override
  public RowSession rows() {
    if (rows != null && !rows.lives()) {
      rows.end();
      rows = null;
    }
    if (rows == null) {
      rows = new ShadowRows(shadow, Link.over(sessions.connect()));
    }
    return rows;
  }

  @Override
  public void keep(String key) {
    end();
    shadow.asked(
        () -> {
          databases.keep(settings.database(), key);
          return true;
        });
  }

  @Override
  public void close() {
    if (!ended) {
      end();
      shadow.asked(
          () -> {
            databases.end(settings.database());
            return true;
          });
    }
  }

  private void end() {
    ended = true;
    letGo();
    shadow.closed(this);
  }

  /** Nobody may be connected to a database that is copied or renamed. */
  private void letGo() {
    if (looking != null) {
      looking.close();
      looking = null;
    }
    if (rows != null) {
      rows.end();
      rows = null;
    }
  }
}
