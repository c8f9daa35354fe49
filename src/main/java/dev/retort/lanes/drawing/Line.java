package dev.retort.lanes.drawing;

/** How strong a line is; where two run together, the stronger one is seen. */
enum Line {
  NONE,
  DASHED,
  SOLID;

  static Line of(boolean dashed) {
    return dashed ? DASHED : SOLID;
  }

  Line or(Line other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
