package dev.retort.ui.widget.sql;

/**
 * Lines that can be folded away under their first one.
 *
 * @param firstLine the line that stays, 1-based
 * @param lastLine the last line that goes, 1-based, inclusive
 */
public record Fold(int firstLine, int lastLine) {

  /** Checks that there is something to fold. */
  public Fold {
    if (firstLine < 1 || lastLine <= firstLine) {
      throw new IllegalArgumentException(firstLine + ".." + lastLine + " cannot be folded");
    }
  }
}
