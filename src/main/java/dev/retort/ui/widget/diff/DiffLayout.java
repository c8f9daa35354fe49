package dev.retort.ui.widget.diff;

/** How two texts are laid out. */
enum DiffLayout {
  /** Each in a column of its own. */
  SIDES,
  /** As one text, with what went above what came. */
  UNIFIED
}
