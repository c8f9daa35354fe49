package dev.retort.ui.widget.diff;

/** How a line is shown in its column: a tint, and a sign in the margin for who cannot see it. */
enum Look {
  EQUAL("", " "),
  REMOVED("diff-removed", "−"),
  ADDED("diff-added", "+"),
  /** Nothing, so that the other column's line has something beside it. */
  FILLER("diff-filler", " "),
  /** Equal lines folded away. */
  FOLD("diff-fold", " ");

  private final String style;
  private final String sign;

  Look(String style, String sign) {
    this.style = style;
    this.sign = sign;
  }

  /** The style class; empty if it needs none. */
  String style() {
    return style;
  }

  /** What stands in the margin. */
  String sign() {
    return sign;
  }
}
