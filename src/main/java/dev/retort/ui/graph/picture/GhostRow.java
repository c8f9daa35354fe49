package dev.retort.ui.graph.picture;

import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * A revision that a database has in its version table and no file has.
 *
 * @param placement why the row stands where it does, a sentence
 * @param state missing where the chosen database is at it, unknown where only another is
 */
public record GhostRow(
    RevisionId id,
    String placement,
    NodeState state,
    List<DatabaseMark> databases,
    Optional<NodeState> otherState)
    implements GraphRow {

  /** Copies the list. */
  public GhostRow {
    databases = List.copyOf(databases);
  }

  @Override
  public String message() {
    return "no file has this revision";
  }

  @Override
  public String spoken() {
    return id + ", missing from the files. " + placement;
  }
}
