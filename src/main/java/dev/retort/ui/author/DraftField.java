package dev.retort.ui.author;

/** What can be wrong with a revision that is being written. */
public enum DraftField {
  MESSAGE,
  ID,
  PARENTS,
  LABELS,
  DEPENDS,
  FOLDER,
  /** Nothing in particular. */
  FILE
}
