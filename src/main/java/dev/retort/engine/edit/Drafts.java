package dev.retort.engine.edit;

import dev.retort.profile.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Texts that were edited and not saved, so that neither a closed window nor a lost power line takes
 * them away. One file for each revision file, in a folder of the user's own that is closed to
 * others, since a migration may hold secrets. Blocks.
 */
public final class Drafts {

  /**
   * What is kept of one file.
   *
   * @param text the edited text
   * @param kept when it was kept last
   */
  public record Draft(String text, Instant kept) {}

  private final Path folder;

  /** Drafts in a folder, which is made when there is something to keep. */
  public Drafts(Path folder) {
    this.folder = folder;
  }

  /** Keeps an edited text, in place of what was kept of this file before. */
  public void keep(Path file, String text) throws IOException {
    AtomicFile.write(place(file), file.toAbsolutePath() + "\n" + text);
  }

  /** What is kept of a file. */
  public Optional<Draft> find(Path file) throws IOException {
    Path place = place(file);
    try {
      String kept = Files.readString(place, StandardCharsets.UTF_8);
      int line = kept.indexOf('\n');
      return line >= 0 && kept.substring(0, line).equals(file.toAbsolutePath().toString())
          ? Optional.of(
              new Draft(kept.substring(line + 1), Files.getLastModifiedTime(place).toInstant()))
          : Optional.empty();
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  /** Forgets what is kept of a file. */
  public void drop(Path file) throws IOException {
    Files.deleteIfExists(place(file));
  }

  private Path place(Path file) {
    byte[] name = file.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);
    return folder.resolve(UUID.nameUUIDFromBytes(name) + ".sql");
  }
}
