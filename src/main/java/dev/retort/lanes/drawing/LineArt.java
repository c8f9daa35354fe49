package dev.retort.lanes.drawing;

/**
 * The characters a text drawing is made of.
 *
 * <p>Junctions are indexed by the arms they have: 1 up, 2 down, 4 left, 8 right.
 */
public enum LineArt {
  /** Box-drawing characters of Unicode, in every monospaced font. */
  UNICODE(" ╵╷│╴╯╮┤╶╰╭├─┴┬┼", '┆', '┄', "●◎○◇"),
  /** For terminals and files that only take ASCII. */
  ASCII(" ||| /\\| \\/|-+++", ':', '.', "#@o*");

  private final String junctions;
  private final char dashedVertical;
  private final char dashedHorizontal;
  private final String marks;

  LineArt(String junctions, char dashedVertical, char dashedHorizontal, String marks) {
    this.junctions = junctions;
    this.dashedVertical = dashedVertical;
    this.dashedHorizontal = dashedHorizontal;
    this.marks = marks;
  }

  char junction(boolean up, boolean down, boolean left, boolean right) {
    return junctions.charAt((up ? 1 : 0) + (down ? 2 : 0) + (left ? 4 : 0) + (right ? 8 : 0));
  }

  char vertical(Line line) {
    return switch (line) {
      case NONE -> ' ';
      case DASHED -> dashedVertical;
      case SOLID -> junction(true, true, false, false);
    };
  }

  char horizontal(Line line) {
    return switch (line) {
      case NONE -> ' ';
      case DASHED -> dashedHorizontal;
      case SOLID -> junction(false, false, true, true);
    };
  }

  /** The mark that stands for a revision. */
  public char mark(RevisionState state) {
    return marks.charAt(
        switch (state) {
          case APPLIED -> 0;
          case CURRENT -> 1;
          case PENDING -> 2;
          case UNKNOWN -> 3;
        });
  }
}
