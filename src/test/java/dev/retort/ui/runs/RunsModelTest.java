package dev.retort.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.engine.Project;
import dev.retort.engine.journal.Journal;
import dev.retort.engine.journal.JournalEntry;
import dev.retort.engine.journal.JournalEntry.End;
import dev.retort.engine.journal.JournalEntry.Outcome;
import dev.retort.engine.journal.JournalEntry.What;
import dev.retort.engine.journal.JournalEntry.Where;
import dev.retort.ui.SameThread;
import dev.retort.ui.runs.RunsModel.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsModelTest {
  private @TempDir Path folder;
  private final List<JournalEntry> entries = new ArrayList<>();
  private final Map<String, String> sql = Map.of("a", "CREATE TABLE a ();\n");
  private int damaged;

  private final RunLog log =
      new RunLog() {
        @Override
        public Journal.Reading read() {
          return new Journal.Reading(entries, damaged);
        }

        @Override
        public Optional<String> sql(String run) {
          if (run.equals("locked")) {
            throw new UncheckedIOException(new IOException("locked away"));
          }
          return Optional.ofNullable(sql.get(run));
        }
      };

  private final RunsModel model =
      new RunsModel(
          log,
          new SameThread(),
          ZoneOffset.UTC,
          new ReadOnlyObjectWrapper<>(Optional.<Project>empty()));

  @Test
  void theNewestIsFirstAndFiltersLeaveWhatMatches() {
    entries.addAll(
        List.of(
            run("a", "staging", Optional.of(Outcome.DONE)),
            run("b", "production", Optional.of(Outcome.FAILED)),
            run("c", "production", Optional.empty())));
    model.load();
    assertEquals("c b a", shown());
    model.filterProperty().set("  PRODuction ");
    assertEquals("c b", shown());
    model.endingProperty().set(Ending.NOT_ENDED);
    assertEquals("c", shown());
    model.endingProperty().set(Ending.FAILED);
    assertEquals("b", shown());
    model.filterProperty().set("relation \"x\"");
    assertEquals("b", shown(), "an error's words are searched as well");
    model.endingProperty().set(Ending.CANCELLED);
    assertEquals("", shown());
  }

  @Test
  void theSelectedRunShowsItsSqlAndStaysSelectedWhenTheLogIsReadAgain() {
    entries.add(run("a", "staging", Optional.of(Outcome.DONE)));
    entries.add(run("b", "staging", Optional.of(Outcome.DONE)));
    entries.add(run("locked", "staging", Optional.of(Outcome.DONE)));
    model.load();
    select("a");
    assertEquals(new RunsModel.Sql.Kept("CREATE TABLE a ();\n"), model.sqlProperty().get());
    entries.add(run("d", "staging", Optional.of(Outcome.DONE)));
    model.load();
    assertEquals(Optional.of("a"), model.selectedProperty().get().map(JournalEntry::run));
    select("b");
    assertInstanceOf(RunsModel.Sql.Missing.class, model.sqlProperty().get());
    select("locked");
    assertTrue(model.sqlProperty().get().toString().contains("locked away"));
    model.filterProperty().set("no such run");
    assertEquals(Optional.empty(), model.selectedProperty().get());
    assertEquals(new RunsModel.Sql.Unknown(), model.sqlProperty().get());
  }

  @Test
  void whatIsShownIsExported() throws IOException {
    entries.add(run("a", "=cmd()", Optional.of(Outcome.DONE)));
    entries.add(run("b", "staging", Optional.of(Outcome.FAILED)));
    model.load();
    Path csv = folder.resolve("runs.csv");
    model.exportCsv(csv);
    List<String> lines = Files.readAllLines(csv);
    assertTrue(lines.getFirst().startsWith("run,started,who,project,profile"), lines.getFirst());
    assertTrue(lines.get(1).startsWith("b,2025-03-02T14:05:09Z,ann@desk"), lines.get(1));
    assertTrue(lines.get(1).contains("\"relation \"\"x\"\" does not exist\""), lines.get(1));
    assertTrue(lines.get(2).contains(",'=cmd(),"), "a spreadsheet must not run it: " + lines);
    model.filterProperty().set("failed");
    Path json = folder.resolve("runs.json");
    model.exportJson(json);
    String text = Files.readString(json);
    assertTrue(text.contains("\"run\" : \"b\"") && !text.contains("\"run\" : \"a\""), text);

    model.filterProperty().set("");
    select("a");
    Path script = folder.resolve("a.sql");
    model.exportSql(script);
    assertEquals("CREATE TABLE a ();\n", Files.readString(script));
    assertEquals("Written to " + script + ".", model.noticeProperty().get());
    model.exportSql(folder.resolve("no/such/folder/a.sql"));
    assertTrue(model.noticeProperty().get().contains("NoSuchFile"), model.noticeProperty().get());
  }

  @Test
  void tornLinesAreSaidAndACopyTellsTheWholeRun() {
    damaged = 2;
    entries.add(run("b", "staging", Optional.of(Outcome.FAILED)));
    model.load();
    assertEquals("2 lines of the log could not be read.", model.noticeProperty().get());
    select("b");
    assertEquals(
        """
        upgrade head: failed in 2.3 s
        base → 0002
        on staging (me@db:5432/trading)
        2025-03-02 14:05:09 by ann@desk
        sha256:1234
        relation "x" does not exist
        """,
        model.copyOfSelected());
  }

  private void select(String run) {
    model
        .selectedProperty()
        .set(model.shown().stream().filter(one -> one.run().equals(run)).findFirst());
  }

  private String shown() {
    return String.join(" ", model.shown().stream().map(JournalEntry::run).toList());
  }

  private static JournalEntry run(String id, String profile, Optional<Outcome> outcome) {
    return new JournalEntry(
        id,
        Instant.parse("2025-03-02T14:05:09Z"),
        "ann@desk",
        new Where("/home/me/trading", profile, "staging", "me@db:5432/trading"),
        new What("upgrade", List.of("head"), List.of(), List.of("0002"), "sha256:1234", 2),
        outcome.map(
            how ->
                new End(
                    how,
                    Duration.ofMillis(2345),
                    Optional.empty(),
                    how == Outcome.FAILED
                        ? Optional.of("relation \"x\" does not exist")
                        : Optional.empty(),
                    Optional.empty())));
  }
}
