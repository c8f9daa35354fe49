package dev.retort.execute.state;

import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * Where a database is, read without writing anything.
 *
 * @param server what it runs on
 * @param versions the version table and its rows
 * @param lockHolder the run under way, if there is one
 */
public record DatabaseState(
    ServerInfo server, VersionRows versions, Optional<SessionInfo> lockHolder) {

  /** The rows of the version table, in the table's own order; empty where there is no table. */
  public List<RevisionId> heads() {
    return versions.heads();
  }

  /** The mark of a step that began and did not end; of the run under way, if there is one. */
  public Optional<Interruption> interruption() {
    return versions.interruption();
  }
}
