package dev.retort.ui.editor;

import dev.retort.engine.edit.SourceFile;
import java.nio.file.Files;
import java.util.Optional;

/** Which files can be read here but not edited, and the words for why. */
final class Limits {
  /** Beyond this, a key would be felt. */
  private static final int MOST_BYTES = 2_000_000;

  private static final int LONGEST_LINE = 20_000;

  private Limits() {}

  /** Why a file is only shown; empty where it can be edited. Asks the disk. */
  static Optional<String> why(SourceFile file) {
    if (isLarge(file)) {
      return Optional.of(
          file.size() > MOST_BYTES
              ? "The file has %.1f MB, too much to be edited here; up to 2 MB can be."
                  .formatted(file.size() / 1e6)
              : "The file has a line of more than %,d characters, too long to be edited here."
                  .formatted(LONGEST_LINE));
    }
    return Files.isWritable(file.path())
        ? Optional.empty()
        : Optional.of("The file may only be read: its permissions do not allow to write it.");
  }

  /** Whether it is too much for the editor, however it may be written. */
  static boolean isLarge(SourceFile file) {
    return file.size() > MOST_BYTES
        || file.text().lines().anyMatch(line -> line.length() > LONGEST_LINE);
  }
}
