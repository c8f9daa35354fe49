package dev.retort.revision.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.revision.RevisionSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of headers is what the files say, whatever was done to either. */
class HeaderCacheTest {
  private static final int FILES = 12;

  @TempDir Path folder;
  @TempDir Path home;

  @BeforeEach
  void files() throws IOException {
    for (int number = 1; number <= FILES; number++) {
      write(number, "message " + number, number == 1 ? "" : id(number - 1));
    }
  }

  private static String id(int number) {
    return "%04d".formatted(number);
  }

  private Path file(int number) {
    return folder.resolve(id(number) + "_part.sql");
  }

  private void write(int number, String message, String revises) throws IOException {
    Files.writeString(
        file(number),
        "-- %s\n--\n-- Revision ID: %s\n-- Revises: %s\n\n-- @upgrade\nSELECT 1;\n"
            .formatted(message, id(number), revises));
  }

  /** The files have been left alone for an hour, by the cache's clock. */
  private HeaderCache settled() {
    return cache(Duration.ofHours(1));
  }

  private HeaderCache cache(Duration later) {
    return new HeaderCache(home, "test", InstantSource.offset(InstantSource.system(), later), 1);
  }

  private void assertSame(HeaderCache cache) {
    RevisionSet plain = RevisionReader.readHeaders(List.of(folder));
    RevisionSet cached = RevisionReader.readHeaders(List.of(folder), cache);
    assertEquals(plain.revisions(), cached.revisions());
    assertEquals(plain.problems(), cached.problems());
  }

  /** How many files are opened. */
  private int opened(HeaderCache cache) {
    AtomicInteger opened = new AtomicInteger();
    List<Draft> drafts =
        cache
            .begin(
                folder,
                entry -> {
                  opened.incrementAndGet();
                  return DraftReader.readHeader(entry);
                })
            .apply(FolderListing.of(folder, new ArrayList<>()));
    assertEquals(FILES, drafts.size());
    return opened.get();
  }

  @Test
  void whatIsUnchangedIsNotOpenedAgain() throws IOException {
    assertEquals(FILES, opened(settled()));
    assertEquals(0, opened(settled()));
    assertSame(settled());
    write(3, "another message", id(2));
    assertEquals(1, opened(settled()));
    assertEquals(0, opened(settled()));
    assertSame(settled());
  }

  @Test
  void whatWasChangedJustNowIsOpenedAgain() {
    assertEquals(FILES, opened(cache(Duration.ZERO)));
    assertEquals(FILES, opened(cache(Duration.ZERO)));
    assertSame(cache(Duration.ZERO));
  }

  /** Size and time are as before: only the file system's own time tells. */
  @Test
  void aChangeThatIsMadeToLookOldIsSeen() throws IOException {
    opened(settled());
    FileTime before = Files.getLastModifiedTime(file(5));
    write(5, "massage 5", id(4));
    Files.setLastModifiedTime(file(5), before);
    assertEquals(1, opened(settled()));
    assertSame(settled());
  }

  @Test
  void anotherVersionOfTheProgramRemembersNothing() {
    opened(settled());
    InstantSource later = InstantSource.offset(InstantSource.system(), Duration.ofHours(1));
    assertEquals(FILES, opened(new HeaderCache(home, "newer", later, 1)));
  }

  @Test
  void whateverIsDoneToTheFilesTheAnswerIsThatOfTheFiles() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      int number = 1 + random.nextInt(FILES);
      switch (random.nextInt(6)) {
        case 0 -> write(number, "other " + random.nextInt(3), id(1 + random.nextInt(FILES)));
        case 1 -> Files.deleteIfExists(file(number));
        case 2 -> Files.writeString(file(number), "-- no header\nSELECT 1;\n");
        case 3 -> Files.writeString(file(number), "-- Revision ID: bad id\n-- @upgrade\n");
        case 4 -> Files.write(file(number), new byte[] {'-', '-', ' ', (byte) 0xFC, '\n'});
        default -> write(number, "ünï ✓ " + number, "");
      }
      assertSame(random.nextBoolean() ? settled() : cache(Duration.ZERO));
    }
  }

  @Test
  void whateverIsDoneToTheCacheTheAnswerIsThatOfTheFiles() throws IOException {
    Random random = new Random(11);
    opened(settled());
    Path kept;
    try (Stream<Path> all = Files.list(home)) {
      kept = all.toList().getFirst();
    }
    byte[] sound = Files.readAllBytes(kept);
    for (int round = 0; round < 100; round++) {
      byte[] damaged = sound.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
      Files.write(kept, random.nextInt(3) == 0 ? java.util.Arrays.copyOf(damaged, round) : damaged);
      assertSame(settled());
    }
    Files.delete(kept);
    Files.createDirectory(kept);
    assertSame(settled());
  }

  @Test
  void onlySoManyFoldersAreRemembered() throws IOException {
    Files.createDirectories(home);
    for (int other = 0; other < 80; other++) {
      Files.setLastModifiedTime(
          Files.writeString(home.resolve(other + ".bin"), "old"), FileTime.fromMillis(other));
    }
    opened(settled());
    try (Stream<Path> all = Files.list(home)) {
      assertTrue(all.count() <= 50);
    }
    assertEquals(0, opened(settled()));
  }
}
