package dev.retort.revision.writing;

import dev.retort.revision.Revision;
import dev.retort.revision.format.RevisionIdRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.ZonedDateTime;

/** Writes new revision files. */
public final class RevisionWriter {
  private RevisionWriter() {}

  /**
   * Writes a revision into a new file, all or nothing.
   *
   * @param folder an existing folder
   * @param template how the file is named
   * @param revision what it says; its own file and lines do not matter
   * @param created the time in the name
   * @return the new file
   * @throws RevisionFileException where the name is taken, the id cannot be one, the revision
   *     cannot be put into a file, or the folder cannot be written to
   */
  public static Path write(
      Path folder, FileNameTemplate template, Revision revision, ZonedDateTime created) {
    RevisionIdRules.faults(revision.id().value()).stream()
        .findFirst()
        .ifPresent(
            fault -> {
              throw new RevisionFileException(fault.code(), fault.message(), fault.hint());
            });
    byte[] bytes = RevisionText.of(revision).getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve(template.nameOf(revision.id(), revision.message(), created));
    try {
      AtomicFiles.create(file, bytes);
      return file;
    } catch (FileAlreadyExistsException e) {
      throw new RevisionFileException(
          "file-exists",
          file,
          "There is a file " + file + " already; it was left alone.",
          "Choose another message or id, or a `file-name` with {id} in it.",
          e);
    } catch (IOException e) {
      throw new RevisionFileException(
          "unwritable-file",
          file,
          "The file " + file + " cannot be written: " + e + ".",
          "Check that the folder is there and its permissions.",
          e);
    }
  }
}
