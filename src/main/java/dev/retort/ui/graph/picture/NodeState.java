package dev.retort.ui.graph.picture;

/** How a row stands on the chosen database. Each has a shape and a word of its own. */
public enum NodeState {
  APPLIED("applied"),
  CURRENT("current"),
  PENDING("pending"),
  /** The database was not reached, so nothing can be said. */
  UNKNOWN(""),
  /** The database is at a revision that no file has, so nobody can tell whether it has this one. */
  UNCERTAIN("unknown"),
  /** The database is at it, and no file has it. */
  MISSING("missing");

  private final String word;

  NodeState(String word) {
    this.word = word;
  }

  /** Whether the database has it. */
  boolean there() {
    return this == APPLIED || this == CURRENT || this == MISSING;
  }

  /** The state in a word; empty where nothing is known. */
  public String word() {
    return word;
  }
}
