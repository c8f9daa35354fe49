package dev.retort.revision.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What tells a file from another, or from itself before it was changed, without opening it.
 *
 * @param size in bytes
 * @param modified when its content was changed last, in nanoseconds since 1970, as it says itself
 * @param changed the same by the file system, which nobody can set; where it does not tell, as
 *     {@code modified}
 * @param number its number in the file system; 0 where it has none
 */
record FileStamp(long size, long modified, long changed, long number) {
  private static final String UNIX = "unix:size,ino,lastModifiedTime,ctime";

  /** The stamp of a file as it is now; empty where it cannot be had. */
  static Optional<FileStamp> of(Path file) {
    try {
      if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
        Map<String, Object> all = Files.readAttributes(file, UNIX);
        return all.get("size") instanceof Long size
                && all.get("ino") instanceof Long number
                && all.get("lastModifiedTime") instanceof FileTime modified
                && all.get("ctime") instanceof FileTime changed
            ? Optional.of(new FileStamp(size, nanos(modified), nanos(changed), number))
            : Optional.empty();
      }
      BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class);
      long modified = nanos(basic.lastModifiedTime());
      return Optional.of(new FileStamp(basic.size(), modified, modified, 0));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static long nanos(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }

  /**
   * Whether the file was left alone for long enough before an instant that another change would
   * have given it another stamp: clocks of file systems tick, some only every two seconds.
   */
  boolean isSettledBy(long nanos) {
    return Math.max(modified, changed) < nanos;
  }
}
