package dev.retort.engine.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.engine.journal.JournalEntry.End;
import dev.retort.engine.journal.JournalEntry.Outcome;
import dev.retort.engine.journal.JournalEntry.What;
import dev.retort.engine.journal.JournalEntry.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final End DONE =
      new End(
          Outcome.DONE,
          Duration.ofMillis(31),
          Optional.empty(),
          Optional.empty(),
          Optional.of(List.of("0002")));

  @TempDir Path folder;

  @Test
  void aLogThatWasNeverWrittenIsEmpty() {
    assertEquals(new Journal.Reading(List.of(), 0), journal().read());
  }

  @Test
  void aRunIsReadAsItWasNoted() {
    End failed =
        new End(
            Outcome.FAILED,
            Duration.ofSeconds(2),
            Optional.of("statement-failed"),
            Optional.of("\"quoted\"\nand more"),
            Optional.empty());
    Journal journal = journal();
    journal.begin(run("a"));
    journal.begin(run("b"));
    journal.end("b", failed);
    journal.end("a", DONE);
    assertEquals(List.of(ended(run("a"), DONE), ended(run("b"), failed)), journal.read().entries());
  }

  @Test
  void aRunThatWasKilledHasNoEnd() {
    journal().begin(run("a"));
    assertEquals(List.of(run("a")), journal().read().entries());
  }

  @Test
  void halfALineIsCountedAndHurtsNoOther() throws IOException {
    journal().begin(run("a"));
    Files.writeString(journal().path(), "{\"run\":\"b\",\"ev", StandardOpenOption.APPEND);
    journal().end("a", DONE);
    assertEquals(new Journal.Reading(List.of(ended(run("a"), DONE)), 1), journal().read());
  }

  @Test
  void linesOfALaterVersionAndForeignLinesAreCounted() throws IOException {
    Files.createDirectories(journal().path().getParent());
    Files.writeString(
        journal().path(), "[]\n\n{\"event\":\"begun\"}\n{\"event\":\"moved\"}\n{\"event\":7}\n");
    assertEquals(new Journal.Reading(List.of(), 4), journal().read());
  }

  @Test
  void manyWritersLoseNothing() {
    IntStream.range(0, 200)
        .parallel()
        .forEach(
            number -> {
              Journal journal = journal();
              journal.begin(run("run " + number));
              journal.end("run " + number, DONE);
            });
    Journal.Reading read = journal().read();
    assertEquals(0, read.damaged());
    assertEquals(200, read.entries().stream().filter(entry -> entry.end().isPresent()).count());
  }

  private Journal journal() {
    return new Journal(folder.resolve("deep").resolve("runs.jsonl"));
  }

  private static JournalEntry run(String id) {
    return new JournalEntry(
        id,
        Instant.parse("2026-03-01T12:00:00Z"),
        "ada@laptop",
        new Where("/srv/trading", "staging", "staging", "deploy@db:5432/trading"),
        new What("upgrade", List.of("head"), List.of("0001"), List.of("0002"), "sha256:0", 1),
        Optional.empty());
  }

  private static JournalEntry ended(JournalEntry entry, End end) {
    return new JournalEntry(
        entry.run(), entry.started(), entry.who(), entry.where(), entry.what(), Optional.of(end));
  }
}
