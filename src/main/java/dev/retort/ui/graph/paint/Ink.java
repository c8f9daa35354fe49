package dev.retort.ui.graph.paint;

import dev.retort.ui.graph.picture.Picture;
import java.util.BitSet;
import java.util.Optional;

/**
 * How all rows of a picture are painted at the moment.
 *
 * @param first where the first column is, in pixels
 * @param pitch the distance of two columns
 * @param offset how far the lanes are scrolled to the right
 * @param height the height of a row
 * @param bright the rows that are not dimmed; all, if absent
 * @param path the rows that would be run or undone
 */
public record Ink(
    Picture picture,
    Palette palette,
    double first,
    double pitch,
    double offset,
    double height,
    Optional<BitSet> bright,
    BitSet path) {

  /** Whether a row is dimmed. */
  public boolean dims(int row) {
    return bright.map(rows -> !rows.get(row)).orElse(false);
  }

  double x(int column) {
    return first + column * pitch - offset;
  }

  /** How large a node is, from its middle. */
  double radius() {
    return Math.min(height * 0.18, pitch * 0.4);
  }
}
