package dev.retort.ui.widget.diff;

/**
 * Equal lines between two changes that are folded away until somebody asks for them.
 *
 * @param first the first row of the comparison
 * @param count how many
 */
record Equals(int first, int count) implements Place {
  /** What stands in their place. */
  String inWords() {
    return "… %,d equal lines".formatted(count);
  }

  int end() {
    return first + count;
  }
}
