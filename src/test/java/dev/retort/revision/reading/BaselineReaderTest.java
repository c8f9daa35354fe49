package dev.retort.revision.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.revision.Script;
import dev.retort.revision.TransactionMode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineReaderTest {
  @TempDir Path temp;

  @Test
  void filesComeInNameOrderAndMayControlTransactions() {
    new Folder(temp)
        .file("002_b.sql", "BEGIN; SELECT 2; COMMIT; SELECT 3;")
        .file("001_a.sql", "-- Depends on: nothing\nSELECT 1;")
        .file("README.md", "x")
        .file("10.sql", "-- migrate:up\nSELECT 10;\n-- migrate:down\nSELECT 11;\n");
    Baseline baseline = BaselineReader.read(List.of(temp));
    assertEquals(List.of(), baseline.problems());
    assertEquals(
        List.of(
            "-- Depends on: nothing\nSELECT 1;",
            "BEGIN; SELECT 2; COMMIT; SELECT 3;",
            "SELECT 10;\n"),
        baseline.scripts().stream().map(Script::sql).toList());
    assertEquals(TransactionMode.AUTOCOMMIT, baseline.scripts().getFirst().mode());
    assertEquals(2, baseline.scripts().getLast().firstLine());
  }

  @Test
  void singleFilesMayBeNamedAndProblemsAreReported() {
    Folder folder = new Folder(temp).file("dump.sql", "SELECT 1;\nCOPY t FROM stdin;\n1\n\\.\n'");
    Baseline baseline = BaselineReader.read(List.of(temp.resolve("dump.sql"), temp.resolve("no")));
    assertEquals(1, baseline.scripts().size());
    assertEquals(
        List.of(
            "dump.sql:2 copy-from-stdin", "dump.sql:5 unterminated-string", "no missing-folder"),
        folder.show(baseline.problems()).stream().sorted().toList());
  }
}
