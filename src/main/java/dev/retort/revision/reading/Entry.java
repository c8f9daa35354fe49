package dev.retort.revision.reading;

import dev.retort.revision.format.FileRole;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file or files of one revision, found but not read.
 *
 * @param name what files are sorted by: the file's or folder's name, {@code x.sql} for a pair
 *     {@code x.up.sql} and {@code x.down.sql}
 * @param up the file with the upgrade, or with everything
 * @param down the file with the downgrade, where it is apart
 * @param role what {@code up} may hold
 */
record Entry(String name, Path up, Optional<Path> down, FileRole role) {

  /** The number and the words in the name. */
  FileName fileName() {
    return FileName.of(name);
  }
}
