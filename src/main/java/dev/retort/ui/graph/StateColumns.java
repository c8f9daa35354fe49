package dev.retort.ui.graph;

/** The columns at the right of the rows, and of the line above them that names the databases. */
final class StateColumns {
  private StateColumns() {}

  /**
   * The width of one column.
   *
   * @param two whether there are two of them, each with a profile's name above it
   */
  static double width(double zoom, boolean two) {
    return Math.ceil((two ? 100 : 84) * zoom);
  }
}
