package dev.retort.ui.widget.diff;

import java.util.List;

/**
 * The words in which two lines differ.
 *
 * @param before those of the earlier line
 * @param after those of the later line
 */
record Words(List<Stretch> before, List<Stretch> after) {
  /** Nothing to mark: the lines are equal, or have too little in common. */
  static final Words NONE = new Words(List.of(), List.of());

  /** Offsets within a line; the second is exclusive. */
  record Stretch(int from, int to) {}
}
