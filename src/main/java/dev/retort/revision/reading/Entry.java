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
 * @param fileName the number and the words in the name
 */
record Entry(String name, Path up, Optional<Path> down, FileRole role, FileName fileName) {

  /** An entry whose name says what names say. */
  Entry(String name, Path up, Optional<Path> down, FileRole role) {
    this(name, up, down, role, FileName.of(name));
  }
}
