package dev.retort.ui.widget.diff;

/** What has become of a line. */
enum Change {
  EQUAL,
  REMOVED,
  ADDED,
  /** Another line stands in its place. */
  CHANGED
}
