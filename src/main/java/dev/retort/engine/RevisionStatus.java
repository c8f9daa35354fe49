package dev.retort.engine;

/** Where a revision stands on a database. */
public enum RevisionStatus {
  /** It is a row of the version table. */
  CURRENT,
  /** A row includes it. */
  APPLIED,
  /** No row includes it. */
  PENDING;

  /** The word in output. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
