package dev.retort.ui.widget.diff;

/**
 * A line of one text beside the line of the other that it belongs to.
 *
 * @param before the row of the earlier text; {@link #NONE} where a line was added
 * @param after the row of the later text; {@link #NONE} where a line was removed
 * @param words what to mark within the two
 */
record DiffRow(Change change, int before, int after, Words words) implements Place {
  /** There is no such line on this side. */
  static final int NONE = -1;

  static DiffRow equal(int before, int after) {
    return new DiffRow(Change.EQUAL, before, after, Words.NONE);
  }

  static DiffRow removed(int before, Words words) {
    return new DiffRow(Change.REMOVED, before, NONE, words);
  }

  static DiffRow added(int after, Words words) {
    return new DiffRow(Change.ADDED, NONE, after, words);
  }

  boolean isEqual() {
    return change == Change.EQUAL;
  }
}
