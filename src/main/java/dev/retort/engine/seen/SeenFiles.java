package dev.retort.engine.seen;

import dev.retort.profile.file.AtomicFile;
import dev.retort.revision.RevisionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files in which it is kept what one database saw: a short line for each sighting, and each
 * text once, beside them, so that most questions need not read it. Lines are appended; once more
 * than half of them count no longer, the files are written anew without those, so they cannot grow
 * for ever. In a folder closed to others, since a migration's SQL may be a secret. Safe for several
 * threads and processes at once.
 */
public final class SeenFiles {
  /** Longer texts are known by their hash alone. */
  private static final int LONGEST_TEXT = 1_000_000;

  /** Lines that may count no longer before it is worth the while to write the files anew. */
  private static final int MOST_STALE = 200;

  /** So many bytes say what happened lately: more than a thousand sightings. */
  private static final int LATEST = 1 << 18;

  // A file lock is the whole process's: two threads asking for it at once would be an error.
  private static final ReentrantLock IN_PROCESS = new ReentrantLock();

  private final Path folder;
  private final Path sightings;
  private final Path texts;

  /**
   * Those of one database.
   *
   * @param folder where the files of all databases are
   * @param project the project's folder
   * @param database its host, port and name
   */
  public SeenFiles(Path folder, String project, String database) {
    String name = Hashes.of(project + "\n" + database).substring(0, 24);
    this.folder = folder;
    this.sightings = folder.resolve(name + ".jsonl");
    this.texts = folder.resolve(name + ".texts.jsonl");
  }

  /**
   * What the database last saw.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public Sightings read() {
    return read(lines(sightings));
  }

  /**
   * When some revisions were last run, by the end of the record: that of thousands of revisions has
   * megabytes, and what was run lately is noted last.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public LastRuns lastRuns(Collection<RevisionId> revisions) {
    if (!Files.exists(sightings)) {
      return LastRuns.of("", revisions);
    }
    try (FileChannel channel = FileChannel.open(sightings, StandardOpenOption.READ)) {
      channel.position(Math.max(0, channel.size() - LATEST));
      byte[] end = Channels.newInputStream(channel).readNBytes(LATEST);
      return LastRuns.of(new String(end, StandardCharsets.UTF_8), revisions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sightings read(List<String> lines) {
    return new Sightings(
        lines.stream().flatMap(line -> SeenLines.sighting(line).stream()).toList());
  }

  /**
   * A text that was seen; empty where it was too long to be kept.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public Optional<String> text(String hash) {
    if (!Files.exists(texts)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(texts)) {
      return lines.flatMap(line -> SeenLines.textNamed(hash, line).stream()).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Notes what was seen just now.
   *
   * @param seen in the order in which it was seen
   * @param byHash the texts of it
   * @throws UncheckedIOException if it cannot be written
   */
  public void note(List<Sighting> seen, Map<String, String> byHash) {
    if (seen.isEmpty()) {
      return;
    }
    IN_PROCESS.lock();
    try {
      AtomicFile.createFolder(folder);
      try (FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        FileLock lock = channel.lock();
        append(seen, byHash);
        tidy();
        lock.release();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      IN_PROCESS.unlock();
    }
  }

  /** Texts first: a process killed in between leaves a text too many, not a sighting without. */
  private void append(List<Sighting> seen, Map<String, String> byHash) throws IOException {
    Set<String> known = lines(texts).stream().map(SeenLines::hash).collect(Collectors.toSet());
    List<String> newTexts = new ArrayList<>();
    byHash.forEach(
        (hash, text) -> {
          if (text.length() <= LONGEST_TEXT && known.add(hash)) {
            newTexts.add(SeenLines.text(hash, text));
          }
        });
    append(texts, newTexts);
    append(sightings, seen.stream().map(SeenLines::sighting).toList());
  }

  private static void append(Path file, List<String> lines) throws IOException {
    if (!Files.exists(file)) {
      AtomicFile.write(file, "");
    }
    // Begins with a line end, should a killed process have left half a line.
    String text = lines.stream().map(line -> "\n" + line).collect(Collectors.joining());
    Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  private void tidy() throws IOException {
    List<String> lines = lines(sightings);
    long counting = lines.stream().map(SeenLines::subject).distinct().count();
    if (lines.size() - counting <= Math.max(MOST_STALE, counting)) {
      return;
    }
    List<Sighting> left = read(lines).all();
    Set<String> needed = new HashSet<>();
    left.forEach(seen -> needed.add(seen.hash()));
    AtomicFile.write(sightings, joined(left.stream().map(SeenLines::sighting)));
    AtomicFile.write(
        texts, joined(lines(texts).stream().filter(line -> needed.contains(SeenLines.hash(line)))));
  }

  private static String joined(Stream<String> lines) {
    return lines.map(line -> line + "\n").collect(Collectors.joining());
  }

  private static List<String> lines(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
