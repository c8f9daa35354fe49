package dev.retort.engine.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The log of this machine. A run leaves a line when it begins and another when it ends, so that one
 * that was killed is seen as well. Safe for several threads and processes at once.
 */
public final class Journal {
  private final JournalFile file;

  /**
   * The log in a file.
   *
   * @param path made when first written, with the folders above it
   */
  public Journal(Path path) {
    this.file = new JournalFile(path);
  }

  /** The SQL of the runs. */
  public KeptSql sql() {
    return new KeptSql(path().resolveSibling("runs"));
  }

  /** Where the log is kept. */
  public Path path() {
    return file.path();
  }

  /**
   * Notes that a run begins.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public void begin(JournalEntry entry) {
    file.append(JournalLines.begun(entry));
  }

  /**
   * Notes how a run ended.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public void end(String run, JournalEntry.End end) {
    file.append(JournalLines.ended(run, end));
  }

  /**
   * Everything noted so far, oldest first.
   *
   * @throws UncheckedIOException if the file cannot be read
   */
  public Reading read() {
    if (!Files.exists(path())) {
      return new Reading(List.of(), 0);
    }
    Map<String, JournalEntry> entries = new LinkedHashMap<>();
    int damaged = 0;
    try {
      for (String line : Files.readAllLines(path())) {
        if (!line.isBlank() && !take(line, entries)) {
          damaged++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Reading(new ArrayList<>(entries.values()), damaged);
  }

  private static boolean take(String line, Map<String, JournalEntry> entries) {
    Optional<JournalLines.Line> read = JournalLines.parse(line);
    read.ifPresent(
        parsed -> {
          switch (parsed) {
            case JournalLines.Begun(JournalEntry entry) -> entries.put(entry.run(), entry);
            case JournalLines.Ended(String run, JournalEntry.End end) ->
                entries.computeIfPresent(run, (id, entry) -> ended(entry, end));
          }
        });
    return read.isPresent();
  }

  private static JournalEntry ended(JournalEntry entry, JournalEntry.End end) {
    return new JournalEntry(
        entry.run(), entry.started(), entry.who(), entry.where(), entry.what(), Optional.of(end));
  }

  /**
   * What the log holds.
   *
   * @param entries oldest first
   * @param damaged how many lines could not be read: a process was killed while it wrote
   */
  public record Reading(List<JournalEntry> entries, int damaged) {

    /** Copies the list. */
    public Reading {
      entries = List.copyOf(entries);
    }
  }
}
