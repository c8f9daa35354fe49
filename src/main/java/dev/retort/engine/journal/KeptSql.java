package dev.retort.engine.journal;

import dev.retort.profile.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The SQL of each run, in a file of its own beside the log, in a folder that is closed to others:
 * what a migration says may be a secret.
 */
public final class KeptSql {
  private final Path folder;

  KeptSql(Path folder) {
    this.folder = folder;
  }

  /** Where a run's SQL is kept, whether it is or not. */
  public Path file(String run) {
    return folder.resolve(run + ".sql");
  }

  /**
   * Keeps a run's SQL.
   *
   * @param writer writes it, a part at a time
   * @throws UncheckedIOException if it cannot be written
   */
  public void keep(String run, Consumer<Appendable> writer) {
    try {
      AtomicFile.createFolder(folder);
      try (Writer out = Files.newBufferedWriter(file(run), StandardOpenOption.CREATE_NEW)) {
        writer.accept(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A run's SQL; empty if none was kept.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public Optional<String> read(String run) {
    try {
      Path file = file(run);
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
