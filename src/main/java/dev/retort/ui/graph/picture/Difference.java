package dev.retort.ui.graph.picture;

/** On which of two databases a revision is applied, where it is not the same on both. */
public enum Difference {
  NONE,
  /** Applied on the chosen database, and not on the other. */
  ONLY_HERE,
  /** Applied on the other database, and not on the chosen one. */
  ONLY_THERE
}
