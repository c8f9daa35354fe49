package dev.retort.engine.seen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.engine.seen.Sighting.How;
import dev.retort.revision.RevisionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What databases last saw, on disk. */
class SeenFilesTest {
  private static final Instant MORNING = Instant.parse("2026-11-18T08:00:00Z");
  private static final RevisionId REVISION = new RevisionId("0012");

  @TempDir private Path temp = Path.of("");
  private Path folder = Path.of("");
  private SeenFiles files = new SeenFiles(folder, "/trading", "db:5432/staging");

  @BeforeEach
  void files() {
    folder = temp.resolve("seen");
    files = new SeenFiles(folder, "/trading", "db:5432/staging");
  }

  @Test
  void theLastSightingCountsAndItsTextIsKept() {
    note(Section.UPGRADE, How.RUN, 0, "SELECT 1;\n");
    note(Section.UPGRADE, How.REVIEWED, 1, "SELECT 'é\n';\n");
    Sighting last = files.read().last(REVISION, Section.UPGRADE).orElseThrow();
    assertEquals(How.REVIEWED, last.how());
    assertEquals("ann@laptop", last.who());
    assertEquals(Optional.of("SELECT 'é\n';\n"), files.text(last.hash()));
    assertEquals(Optional.empty(), files.read().last(REVISION, Section.DOWNGRADE));
  }

  @Test
  void aRevisionThatWasUndoneSinceIsNotAppliedByThatRun() {
    note(Section.UPGRADE, How.RUN, 0, "SELECT 1;");
    assertTrue(files.read().applied(REVISION).isPresent());
    note(Section.DOWNGRADE, How.RUN, 1, "SELECT 2;");
    assertFalse(files.read().applied(REVISION).isPresent());
    note(Section.UPGRADE, How.RUN, 2, "SELECT 1;");
    assertTrue(files.read().applied(REVISION).isPresent());
  }

  @Test
  void whatRanLatelyIsToldByTheEndOfTheRecord() {
    String now = Hashes.of("SELECT 2;");
    note(Section.UPGRADE, How.RUN, 0, "SELECT 1;");
    note(Section.UPGRADE, How.REVIEWED, 1, "SELECT 2;");
    assertEquals(Optional.of(at(0)), lately(REVISION, now));
    assertEquals(Optional.empty(), lately(REVISION, Hashes.of("SELECT 1;")));
    assertEquals(Optional.empty(), lately(new RevisionId("0013"), now));
    note(Section.DOWNGRADE, How.RUN, 2, "SELECT 3;");
    assertEquals(Optional.empty(), lately(REVISION, now), "it was undone");
    note(Section.UPGRADE, How.RUN, 3, "SELECT 1;");
    assertEquals(Optional.of(at(3)), lately(REVISION, now));
    files.note(
        IntStream.range(10, 2_000)
            .mapToObj(i -> seen(new RevisionId("r" + i), Section.UPGRADE, How.RUN, i, now))
            .toList(),
        Map.of());
    assertEquals(Optional.empty(), lately(REVISION, now), "too long ago to be looked for");
    assertEquals(Optional.of(at(1_999)), lately(new RevisionId("r1999"), Hashes.of("")));
    note(Section.UPGRADE, How.RUN, 3_000, "SELECT 1;");
    assertEquals(Optional.of(at(3_000)), lately(REVISION, now));
  }

  private static Instant at(int seconds) {
    return MORNING.plusSeconds(seconds);
  }

  private Optional<Instant> lately(RevisionId revision, String hash) {
    return files.lastRuns(List.of(revision)).ofAnother(revision, hash).map(Sighting::at);
  }

  @Test
  void otherDatabasesAndOtherProjectsSawNothing() {
    note(Section.UPGRADE, How.RUN, 0, "SELECT 1;");
    for (SeenFiles other :
        List.of(
            new SeenFiles(folder, "/trading", "db:5432/production"),
            new SeenFiles(folder, "/other", "db:5432/staging"))) {
      assertEquals(Optional.empty(), other.read().last(REVISION, Section.UPGRADE));
    }
  }

  @Test
  void filesDoNotGrowForEver() throws IOException {
    long largest = 0;
    for (int i = 0; i < 1_000; i++) {
      note(Section.UPGRADE, How.REVIEWED, i, "SELECT " + i + ";");
      largest = Math.max(largest, size());
    }
    assertTrue(largest < 250 * 400, largest + " bytes");
    Sighting last = files.read().last(REVISION, Section.UPGRADE).orElseThrow();
    assertEquals(Optional.of("SELECT 999;"), files.text(last.hash()));
  }

  @Test
  void aTornLineIsPassedOver() throws IOException {
    note(Section.UPGRADE, How.RUN, 0, "SELECT 1;");
    for (Path file : list()) {
      Files.writeString(file, Files.readString(file) + "\n{\"revision\":\"00");
    }
    note(Section.DOWNGRADE, How.RUN, 1, "SELECT 2;");
    assertTrue(files.read().last(REVISION, Section.UPGRADE).isPresent());
    assertTrue(files.read().last(REVISION, Section.DOWNGRADE).isPresent());
  }

  @Test
  void textsThatAreTooLongAreKnownByTheirHashAlone() {
    String text = "SELECT 1;\n".repeat(200_000);
    note(Section.UPGRADE, How.RUN, 0, text);
    Sighting last = files.read().last(REVISION, Section.UPGRADE).orElseThrow();
    assertEquals(Hashes.of(text), last.hash());
    assertEquals(Optional.empty(), files.text(last.hash()));
  }

  @Test
  void nobodyElseMayReadThem() throws IOException {
    note(Section.UPGRADE, How.RUN, 0, "SELECT 'secret';");
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    for (Path file : list()) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
  }

  private void note(Section section, How how, int seconds, String text) {
    String hash = Hashes.of(text);
    files.note(List.of(seen(REVISION, section, how, seconds, hash)), Map.of(hash, text));
  }

  private static Sighting seen(
      RevisionId revision, Section section, How how, int seconds, String hash) {
    return new Sighting(revision, section, how, at(seconds), "ann@laptop", hash);
  }

  private List<Path> list() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".jsonl")).toList();
    }
  }

  private long size() throws IOException {
    long sum = 0;
    for (Path file : list()) {
      sum += Files.size(file);
    }
    return sum;
  }
}
