package dev.retort.execute.state;

import dev.retort.plan.Interruption;
import dev.retort.plan.Traces;
import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * Where a database is, read without writing anything.
 *
 * @param server what it runs on
 * @param versions the version table and its rows
 * @param lockHolder the run under way, if there is one
 * @param traces what the catalog shows of the work of the statement that a step stopped at
 */
public record DatabaseState(
    ServerInfo server, VersionRows versions, Optional<SessionInfo> lockHolder, Traces traces) {

  /** A state in which no run has stopped, or of which nothing more is known. */
  public DatabaseState(ServerInfo server, VersionRows versions, Optional<SessionInfo> lockHolder) {
    this(server, versions, lockHolder, Traces.none());
  }

  /** The rows of the version table, in the table's own order; empty where there is no table. */
  public List<RevisionId> heads() {
    return versions.heads();
  }

  /**
   * The mark of a step that began and did not end, where no run is under way whose mark it could
   * be.
   */
  public Optional<Interruption> stopped() {
    return lockHolder.isPresent() ? Optional.empty() : interruption();
  }

  /** The mark of a step that began and did not end; of the run under way, if there is one. */
  public Optional<Interruption> interruption() {
    return versions.interruption();
  }
}
