package dev.retort.preview;

import java.util.function.Consumer;

/** A script that is written as it is made, since it may be too long to be held as a whole. */
@FunctionalInterface
public interface SqlText {
  /**
   * Writes all of it; may be called again for the same text.
   *
   * @param out gets the pieces in order
   */
  void writeTo(Consumer<String> out);
}
