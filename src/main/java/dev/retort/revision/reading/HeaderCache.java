package dev.retort.revision.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Remembers what the headers of large folders said, so that listing thousands of revisions need not
 * open thousands of files. What it says is believed of a file whose stamp is the same as when it
 * was read, and which had been left alone for a while by then: one that is changed twice within a
 * tick of the file system's clock would look unchanged. It holds no SQL, so nothing that will run
 * is ever taken from it. Whatever is wrong with it, the files themselves are read. Any thread, any
 * process: a file of it is replaced whole.
 */
public final class HeaderCache {
  /** Reading fewer files than this costs less than asking. */
  private static final int FEW = 300;

  private static final int MOST_FOLDERS = 50;
  private static final Duration TICK = Duration.ofSeconds(3);

  private final Path home;
  private final String maker;
  private final InstantSource clock;
  private final int few;

  /**
   * What is remembered in a folder, which need not be there.
   *
   * @param maker the version of the program: another may understand a header in another way
   */
  public HeaderCache(Path home, String maker, InstantSource clock) {
    this(home, maker, clock, FEW);
  }

  HeaderCache(Path home, String maker, InstantSource clock, int few) {
    this.home = home;
    this.maker = maker;
    this.clock = clock;
    this.few = few;
  }

  /** A header that was read, and the file's stamp before it was. */
  private record Seen(Draft draft, Optional<Remembered> remembered) {}

  /**
   * Begins with a folder: what is remembered of it is loaded while it is being listed.
   *
   * @return gives the drafts of its entries, in order: read, or remembered
   */
  Function<List<Entry>, List<Draft>> begin(Path folder, Function<Entry, Draft> reader) {
    Path location = folder.toAbsolutePath().normalize();
    CompletableFuture<Known> known =
        CompletableFuture.supplyAsync(
            () -> load(location), task -> Thread.ofPlatform().daemon().name("headers").start(task));
    return entries ->
        entries.size() < few
            ? entries.parallelStream().map(reader).toList()
            : read(folder, location, known.join(), entries, reader);
  }

  /** What a file of the cache holds, by the names of the revisions' files. */
  private record Known(Path file, Map<String, Remembered> headers) {}

  private Known load(Path location) {
    Path file = home.resolve(name(location));
    return new Known(file, load(file, location));
  }

  private List<Draft> read(
      Path folder,
      Path location,
      Known loaded,
      List<Entry> entries,
      Function<Entry, Draft> reader) {
    Map<String, Remembered> known = loaded.headers();
    long settled = nanos(clock.instant().minus(TICK));
    AtomicInteger news = new AtomicInteger();
    int prefix = folder.toString().length();
    List<Seen> seen =
        entries.parallelStream()
            .map(entry -> seen(entry, key(entry, prefix), known, settled, news, reader))
            .toList();
    List<Remembered> keep = new ArrayList<>(seen.size());
    List<Draft> drafts = new ArrayList<>(seen.size());
    for (Seen one : seen) {
      drafts.add(one.draft());
      one.remembered().ifPresent(keep::add);
    }
    if (news.get() > 0 || keep.size() < known.size()) {
      save(loaded.file(), location, keep);
    }
    return drafts;
  }

  private static Seen seen(
      Entry entry,
      String key,
      Map<String, Remembered> known,
      long settled,
      AtomicInteger news,
      Function<Entry, Draft> reader) {
    // Before it is read: what is changed meanwhile has another stamp the next time.
    Optional<FileStamp> stamp = FileStamp.of(entry.up());
    Remembered before = known.get(key);
    if (before != null && stamp.filter(before.stamp()::equals).isPresent()) {
      return new Seen(before.draft(entry), Optional.of(before));
    }
    Draft draft = reader.apply(entry);
    Optional<Remembered> remembered =
        stamp
            .filter(now -> now.isSettledBy(settled))
            .flatMap(now -> Remembered.of(key, now, draft));
    remembered.ifPresent(one -> news.incrementAndGet());
    return new Seen(draft, remembered);
  }

  private static String key(Entry entry, int prefix) {
    return entry.up().toString().substring(prefix);
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
  }

  private static String name(Path location) {
    return UUID.nameUUIDFromBytes(location.toString().getBytes(StandardCharsets.UTF_8)) + ".bin";
  }

  private Map<String, Remembered> load(Path file, Path location) {
    try {
      Map<String, Remembered> known = new HashMap<>();
      for (Remembered one : RememberedText.read(Files.readAllBytes(file), owner(location))) {
        known.put(one.key(), one);
      }
      return known;
    } catch (IOException e) {
      return Map.of();
    }
  }

  /** Two folders whose names have the same hash, or two versions, have nothing in common. */
  private String owner(Path location) {
    return maker + " " + location;
  }

  private void save(Path file, Path location, List<Remembered> keep) {
    try {
      Optional<byte[]> bytes = RememberedText.write(keep, owner(location));
      if (bytes.isEmpty()) {
        Files.deleteIfExists(file);
        return;
      }
      Files.createDirectories(home);
      Path temporary = Files.createTempFile(home, "", ".tmp");
      try {
        Files.write(temporary, bytes.get());
        move(temporary, file);
      } finally {
        Files.deleteIfExists(temporary);
      }
      forgetTheOldest();
    } catch (IOException e) {
      // Then it is read from the files the next time as well.
    }
  }

  private static void move(Path temporary, Path file) throws IOException {
    try {
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void forgetTheOldest() throws IOException {
    record Dated(Path file, FileTime written) {}
    List<Dated> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(home)) {
      for (Path file : all.toList()) {
        files.add(new Dated(file, Files.getLastModifiedTime(file)));
      }
    }
    files.sort(Comparator.comparing(Dated::written).reversed());
    for (Dated old : files.subList(Math.min(MOST_FOLDERS, files.size()), files.size())) {
      Files.deleteIfExists(old.file());
    }
  }
}
