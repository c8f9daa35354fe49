package dev.retort.revision.writing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/** Writes files so that others see either nothing, the old bytes, or all of the new ones. */
public final class AtomicFiles {
  private AtomicFiles() {}

  /**
   * Writes a new file.
   *
   * @throws FileAlreadyExistsException where there is one by that name, which is left alone
   */
  public static void create(Path file, byte[] bytes) throws IOException {
    Path temporary = writeBeside(file, bytes);
    try {
      // A link, unlike a move, fails where the name is taken.
      Files.createLink(file, temporary);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      write(file, bytes);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Replaces a file's bytes; a link stays a link, permissions stay as they are. */
  public static void replace(Path file, byte[] bytes) throws IOException {
    Path real = file.toRealPath();
    Path temporary = writeBeside(real, bytes);
    try {
      copyPermissions(real, temporary);
      Files.move(
          temporary, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Names that begin with a point are no revisions to the reader. */
  private static Path writeBeside(Path file, byte[] bytes) throws IOException {
    Path temporary =
        file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    write(temporary, bytes);
    return temporary;
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (source != null && target != null) {
      target.setPermissions(source.readAttributes().permissions());
    }
  }
}
