package dev.retort.cli.term;

/** Colours text, or leaves it alone. */
public enum Style {
  PLAIN,
  COLOURED;

  /** The text in an ink; itself where there are no colours. */
  public String of(Ink ink, String text) {
    return this == COLOURED && !text.isEmpty() ? ink.paint(text) : text;
  }

  /**
   * The text in an ink, filled up with blanks to a width; the blanks are not part of the colour.
   */
  public String padded(Ink ink, String text, int width) {
    return of(ink, text) + " ".repeat(Math.max(0, width - text.length()));
  }
}
