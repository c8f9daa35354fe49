package dev.retort.ui.graph.picture;

import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * A long straight stretch of revisions, folded into one row.
 *
 * @param members the revisions in it, newest first; all stand alike
 */
public record RunRow(List<RevisionId> members, NodeState state, Optional<NodeState> otherState)
    implements GraphRow {

  /** Copies the list. */
  public RunRow {
    members = List.copyOf(members);
  }

  @Override
  public RevisionId id() {
    return members.getLast();
  }

  @Override
  public String message() {
    return "%,d revisions, %s to %s"
        .formatted(members.size(), members.getLast(), members.getFirst());
  }

  @Override
  public List<DatabaseMark> databases() {
    return List.of();
  }

  @Override
  public String spoken() {
    return message() + ", " + state.word() + ", folded. Press Enter to show them.";
  }
}
