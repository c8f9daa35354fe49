package dev.retort.lanes.drawing;

import java.util.Locale;

/** What is known about a revision on the database that a drawing is about. */
public enum RevisionState {
  /** Applied, and the database has moved on since. */
  APPLIED,
  /** Applied, and one of the rows of the version table. */
  CURRENT,
  /** Not applied. */
  PENDING,
  /** No database was looked at. */
  UNKNOWN;

  /** The state in lower case, as drawings and style sheets call it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
