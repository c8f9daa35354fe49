package dev.retort.postgres.sandbox;

import dev.retort.postgres.server.ServerListener;
import dev.retort.postgres.server.ServerListener.Step;
import dev.retort.profile.ConnectionSettings;
import dev.retort.revision.Script;
import dev.retort.sql.SqlStatement;
import dev.retort.sql.StatementSplitter;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Replays a baseline as psql would: file by file, each on a connection of its own, each statement
 * committing by itself unless the file has transactions of its own.
 */
public final class BaselineRun {
  private final List<Script> scripts;
  private final ServerListener listener;

  /** The run of some scripts; the listener hears of each. */
  public BaselineRun(List<Script> scripts, ServerListener listener) {
    this.scripts = scripts;
    this.listener = listener;
  }

  /** What tells one baseline from another. */
  String digest() {
    StringBuilder all = new StringBuilder();
    scripts.forEach(script -> all.append(script.sql().length()).append(':').append(script.sql()));
    return "sha256:" + HexFormat.of().formatHex(ProjectKey.sha256(all.toString()));
  }

  /**
   * Replays it into a database.
   *
   * @throws SandboxException with file, line and SQLSTATE where a statement fails
   */
  void into(ConnectionSettings database) throws SQLException {
    into(() -> Link.open(database));
  }

  /** Makes the connections that files are replayed on. */
  public interface Links {
    /** A new one. */
    Link open() throws SQLException;
  }

  /**
   * Replays it by connections made elsewhere, one for each file.
   *
   * @throws SandboxException with file, line and SQLSTATE where a statement fails
   */
  public void into(Links links) throws SQLException {
    for (Script script : scripts) {
      listener.begin(Step.BASELINE, BaselineStatement.name(script));
      try (Link link = links.open()) {
        for (SqlStatement statement : StatementSplitter.split(script.sql(), script.firstLine())) {
          new BaselineStatement(script, statement).run(link);
        }
        if (link.inTransaction()) {
          throw BaselineStatement.failure(
              script, 0, Map.of(), "the file begins a transaction and does not end it", null);
        }
      }
    }
  }
}
