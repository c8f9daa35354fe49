package dev.retort.ui.widget.diff;

/** Whose lines a column of text shows. */
enum Column {
  BEFORE,
  AFTER,
  /** Both texts' as one. */
  BOTH
}
