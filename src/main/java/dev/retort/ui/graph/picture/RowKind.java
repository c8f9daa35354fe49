package dev.retort.ui.graph.picture;

/** Which rows a reader wants to see, by what they are. */
public enum RowKind {
  ALL("All"),
  PENDING("Pending"),
  APPLIED("Applied"),
  CURRENT("Current"),
  HEADS("Heads"),
  NO_WAY_BACK("No downgrade"),
  AUTOCOMMIT("Not transactional"),
  MISSING("Missing from the files"),
  DIFFERENT("Applied on one only");

  private final String words;

  RowKind(String words) {
    this.words = words;
  }

  /** As the menu says it. */
  public String words() {
    return words;
  }

  boolean holds(GraphRow row) {
    return switch (this) {
      case ALL -> true;
      case PENDING -> row.state() == NodeState.PENDING;
      case APPLIED -> row.state() == NodeState.APPLIED || row.state() == NodeState.CURRENT;
      case CURRENT -> !row.databases().isEmpty();
      case HEADS -> row instanceof RevisionRow revision && revision.head();
      case NO_WAY_BACK -> row instanceof RevisionRow revision && revision.noWayBack();
      case AUTOCOMMIT -> row instanceof RevisionRow revision && revision.autocommit();
      case MISSING -> row instanceof GhostRow;
      case DIFFERENT -> row.difference() != Difference.NONE;
    };
  }
}
