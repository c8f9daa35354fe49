package dev.retort.ui.graph.picture;

import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/** What one row of the graph shows. */
public sealed interface GraphRow permits RevisionRow, GhostRow, RunRow {

  /** The row's revision; of a run, its oldest. No two rows have the same. */
  RevisionId id();

  /** What the row says in the middle. */
  String message();

  /** How it stands on the chosen database. */
  NodeState state();

  /** The databases that are at it. */
  List<DatabaseMark> databases();

  /** How it stands on the other database, where one is shown beside the chosen one. */
  Optional<NodeState> otherState();

  /** On which of two databases it is applied, if not the same on both. */
  default Difference difference() {
    if (otherState().isEmpty() || (state() == NodeState.UNKNOWN && !(this instanceof GhostRow))) {
      return Difference.NONE;
    }
    if (state() == NodeState.UNCERTAIN || otherState().get() == NodeState.UNCERTAIN) {
      return Difference.NONE;
    }
    boolean here = state().there();
    boolean there = otherState().get().there();
    return here == there ? Difference.NONE : here ? Difference.ONLY_HERE : Difference.ONLY_THERE;
  }

  /** All of the row in words, for screen readers. */
  String spoken();
}
