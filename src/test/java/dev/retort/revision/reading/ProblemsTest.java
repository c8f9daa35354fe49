package dev.retort.revision.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.problem.Problem;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.RevisionSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input: every problem has its code, file, line and a hint, and all are there at once. */
class ProblemsTest {
  @TempDir Path temp;

  private Folder folder() {
    return new Folder(temp);
  }

  /** Texts of {@code 1_x.sql}, {@code ¶} for a line end; problems as {@code line code}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          -- Revision ID: a¶-- Revision ID: b¶-- Revises: → :2 contradicting-header
          -- Revision ID: a¶-- Revises: b¶-- Revises: c → :3 contradicting-header
          -- Revision ID: a¶-- Revises: b¶-- revises:  b → :3 repeated-header-key
          -- Revision ID: a¶-- Revises: b, c, b → :2 contradicting-header
          -- Revision ID:¶-- Revises: b → :1 no-revision-id
          -- Revision ID: a-b¶-- Revises: → :1 bad-revision-id
          -- Revision ID: a, b¶-- Revises: → :1 bad-revision-id
          -- Revision ID: head¶-- Revises: → :1 bad-revision-id
          -- Revision ID: a → :1 no-revises
          -- Depends On: 002¶SELECT 1 → :1 header-without-id
          -- @upgrade¶SELECT 1;¶-- @foo → :3 unknown-mark
          -- @upgrades¶SELECT 1 → :1 unknown-mark
          -- migrate:sideways → :1 unknown-mark
          -- +goose Up¶-- +goose ENVSUB ON → :2 unknown-mark
          -- @upgrade¶-- @downgrade¶-- @upgrade → :3 mark-twice
          -- @upgrade autocomit → :1 bad-mark-option
          -- @upgrade none: x → :1 bad-mark-option
          -- @upgrade¶-- @downgrade no → :2 bad-mark-option
          -- @upgrade¶-- @verify autocommit → :2 bad-mark-option
          -- migrate:up transaction:maybe → :1 bad-mark-option
          -- @upgrade¶-- @downgrade none: x¶¶SELECT 1 → :4 sql-after-none
          SELECT 1;¶-- @upgrade¶SELECT 2 → :1 sql-before-marks
          -- @downgrade¶SELECT 1 → :1 no-upgrade-section
          -- +goose Up¶-- +goose StatementBegin¶SELECT 1; → :2 unbalanced-mark
          -- +goose Up¶-- +goose StatementEnd¶SELECT 1; → :2 unbalanced-mark
          SELECT 1;¶SELECT 'a¶b; → :2 unterminated-string
          SELECT E'a\\'; → :1 unterminated-string
          SELECT¶"a; → :2 unterminated-identifier
          DO¶¶$x$ BEGIN $y$ → :3 unterminated-dollar-quote
          SELECT 1 /* /* */ → :1 unterminated-comment
          -- @upgrade¶SELECT f(1;¶-- @downgrade → :2 unclosed-parenthesis
          CREATE FUNCTION f() RETURNS int¶BEGIN ATOMIC SELECT 1; → :2 unfinished-routine-body
          SELECT 1;¶COMMIT;¶SELECT 2 → :2 transaction-control
          BEGIN;¶SELECT 1 → :1 transaction-control
          BEGIN ISOLATION LEVEL SERIALIZABLE;¶SELECT 1 → :1 transaction-control
          BEGIN;¶SAVEPOINT a;¶COMMIT → :2 transaction-control
          -- @upgrade¶-- @downgrade¶ROLLBACK; → :3 transaction-control
          -- @upgrade autocommit¶BEGIN;¶-- @verify¶COMMIT; → :4 transaction-control
          SELECT 1;¶\\i it's.sql¶SELECT 2; → :2 psql-command
          SELECT 1 \\gset → :1 psql-command
          SELECT 1;¶SET standard_conforming_strings = off; → :2 backslash-strings
          SELECT 1;¶COPY t FROM stdin;¶it's¶\\.¶SELECT 1; → :2 copy-from-stdin
          """)
  void oneFile(String text, String problem) {
    assertEquals(
        List.of("1_x.sql" + problem), folder().file("1_x.sql", text.replace('¶', '\n')).problems());
    for (Problem reported : folder().read().problems()) {
      assertTrue(reported.hint().endsWith("."), reported.oneLine());
      assertTrue(reported.message().endsWith("."), reported.oneLine());
    }
    assertEquals(1, folder().read().revisions().size(), "the graph still shows it");
  }

  @Test
  void aMarkThatAStringSwallowsIsNamed() {
    folder().file("1_x.sql", "-- @upgrade\nSELECT 'a;\n-- @downgrade\nSELECT 1;\n");
    assertTrue(folder().read().problems().getFirst().hint().contains("the mark on line 3"));
  }

  @Test
  void theMarkThatWouldAllowItIsNamedInTheFilesOwnDialect() {
    folder()
        .file("1.sql", "COMMIT;")
        .file("2.sql", "-- migrate:up\nCOMMIT;")
        .file("3.sql", "-- +goose Up\nCOMMIT;")
        .file("4.up.sql", "SELECT 1")
        .file("4.down.sql", "COMMIT;");
    List<String> hints = folder().read().problems().stream().map(Problem::hint).toList();
    assertEquals(4, hints.size());
    assertTrue(hints.get(0).contains("`-- @upgrade autocommit`"));
    assertTrue(hints.get(1).contains("`-- migrate:up transaction:false`"));
    assertTrue(hints.get(2).contains("`-- +goose NO TRANSACTION`"));
    assertTrue(hints.get(3).contains("`-- @downgrade autocommit`"));
  }

  @Test
  void allProblemsOfAFolderAreThereAtOnceInOrder() throws IOException {
    Folder folder =
        folder()
            .file("01_a.sql", "SELECT 'a")
            .file("02_b.sql", "-- @up\n\\x\nCOMMIT;")
            .file("03_c.sql", "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1))
            .file("04_d.sql", " \n")
            .file("x.sql", "SELECT 1")
            .file("y.down.sql", "SELECT 1")
            .file("z/down.sql", "SELECT 1");
    Files.createDirectory(temp.resolve("05_e.sql"));
    Files.createSymbolicLink(temp.resolve("06_f.sql"), temp.resolve("nowhere"));
    assertEquals(
        List.of(
            "z/down.sql down-without-up",
            "y.down.sql down-without-up",
            "01_a.sql:1 unterminated-string",
            "02_b.sql:1 unknown-mark",
            "02_b.sql:2 psql-command",
            "02_b.sql:3 transaction-control",
            "03_c.sql:1 not-utf-8",
            "04_d.sql empty-file",
            "05_e.sql unreadable-file",
            "06_f.sql unreadable-file",
            "x.sql no-revision-id"),
        folder.problems());
  }

  @Test
  void bytesThatAreNotUtf8AreReportedWithTheirLineAndGiveNoRevision() {
    byte[] bytes = "-- a\r\n\r\n-- b\n  'x".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = (byte) 0xE9;
    folder().file("1.sql", bytes).file("2.sql", "-- \uFFFD is a character\nSELECT 1");
    assertEquals(List.of("1.sql:4 not-utf-8"), folder().problems());
    assertEquals(List.of("2<-[1]"), folder().graph(), "its place in the order is still its own");
  }

  @Test
  void utf16IsRecognized() {
    folder().file("1.sql", "\uFEFFSELECT 1".getBytes(StandardCharsets.UTF_16LE));
    Problem problem = folder().read().problems().getFirst();
    assertEquals("not-utf-8", problem.code());
    assertTrue(problem.hint().contains("UTF-16"));
    folder().file("1.sql", "SELECT\n1".getBytes(StandardCharsets.UTF_16LE));
    assertEquals(List.of("1.sql:1 nul-character"), folder().problems());
  }

  @Test
  void bothRevisionsOfADuplicateIdStayAndTheProblemNamesBothFiles() {
    folder()
        .file("0001_a.sql", "SELECT 1")
        .file("b.sql", "-- b\n-- Revision ID: 0001\n-- Revises:\n");
    RevisionSet set = folder().read();
    assertEquals(List.of("b.sql:2 duplicate-revision"), folder().show(set.problems()));
    assertTrue(set.problems().getFirst().message().contains("0001_a.sql"));
    assertEquals(2, set.revisions().size());
  }

  @Test
  void filesOfOneNumberShareTheOneBeforeThem() {
    folder().file("1.sql", "SELECT 1").file("2_a.sql", "SELECT 1").file("2_b.sql", "SELECT 1");
    assertEquals(List.of("1<-[]", "2<-[1]", "2<-[1]"), folder().graph());
    assertEquals(List.of("2_b.sql duplicate-revision"), folder().problems());
  }

  @Test
  void pairsKeepToTheirDirections() {
    folder()
        .file("1_a.up.sql", "-- @upgrade\n-- @downgrade\n")
        .file("1_a.down.sql", "-- Revision ID: 2\n-- Revises:\n-- @verify\n")
        .file("2_b.up.sql", "SELECT 1")
        .file("2_b.down.sql", "");
    assertEquals(
        List.of(
            "1_a.down.sql:1 contradicting-header",
            "1_a.down.sql:3 mark-in-wrong-file",
            "1_a.up.sql:2 mark-in-wrong-file",
            "2_b.down.sql empty-file"),
        folder().problems());
  }

  @Test
  void foldersThatCannotBeReadAreReported() {
    folder().file("file.sql", "SELECT 1").file("ok/1.sql", "SELECT 1");
    RevisionSet set =
        RevisionReader.read(
            List.of(temp.resolve("missing"), temp.resolve("file.sql"), temp.resolve("ok")));
    assertEquals(
        List.of("missing missing-folder", "file.sql not-a-folder"), folder().show(set.problems()));
    assertEquals(1, set.revisions().size());
  }

  @Test
  void anIdCanBeNoLongerThanAFileName() {
    folder().file("x.sql", "-- Revision ID: " + "1".repeat(256) + "\n-- Revises:\n");
    List<String> problems = folder().problems();
    assertEquals(1, problems.size());
    assertTrue(problems.getFirst().endsWith("revision-id-too-long"));
  }

  @Test
  void anEmptyFileStillHoldsItsPlace() {
    folder().file("1.sql", "").file("2.sql", "SELECT 1");
    assertEquals(List.of("1<-[]", "2<-[1]"), folder().graph());
  }

  @Test
  void aFileOfFiftyMegabytesIsReadAndSoIsItsLastLine() {
    String row = "INSERT INTO t VALUES (1, 'it''s', $$;$$); -- filler, filler, filler, filler\n";
    String text = row.repeat(50_000_000 / row.length()) + "COMMIT;\n";
    RevisionSet set = folder().file("1.sql", text).read();
    int line = 50_000_000 / row.length() + 1;
    assertEquals(List.of("1.sql:" + line + " transaction-control"), folder().show(set.problems()));
    assertEquals(text.length(), set.revisions().getFirst().upgrade().sql().length());
  }

  @Test
  void tenThousandFilesAreReadInOrder() {
    for (int i = 1; i <= 10_000; i++) {
      folder().file(i + "_x.sql", "-- @upgrade\nSELECT " + i + ";\n-- @downgrade\nSELECT 1;\n");
    }
    RevisionSet set = folder().read();
    assertEquals(List.of(), set.problems());
    assertEquals(10_000, set.revisions().size());
    for (Revision revision : set.revisions()) {
      int number = Integer.parseInt(revision.id().value());
      assertEquals("SELECT " + number + ";\n", revision.upgrade().sql());
      List<RevisionId> before =
          number == 1 ? List.of() : List.of(new RevisionId(String.valueOf(number - 1)));
      assertEquals(before, revision.downRevisions());
    }
  }
}
