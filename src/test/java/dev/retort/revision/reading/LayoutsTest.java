package dev.retort.revision.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.TransactionMode;
import dev.retort.revision.WayBack;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every layout of design section 4, read. */
class LayoutsTest {
  @TempDir Path temp;

  private Folder folder() {
    return new Folder(temp);
  }

  private static Script downgrade(Revision revision) {
    return assertInstanceOf(WayBack.Downgrade.class, revision.wayBack()).script();
  }

  @Test
  void namesWithAnyCharactersAreFoundInOrder() {
    Folder folder =
        folder()
            .file("0003_größer ✓.sql", "SELECT 3;")
            .file("0001_why?.sql", "SELECT 1;")
            .file("0002_plain.sql", "SELECT 2;");
    assertEquals(
        List.of("0001_why?.sql", "0002_plain.sql", "0003_größer ✓.sql"),
        folder.read().revisions().stream()
            .map(revision -> revision.file().orElseThrow().getFileName().toString())
            .toList());
  }

  @Test
  void aHeaderAndMarksSayEverything() {
    Revision revision =
        folder()
            .file(
                "0004_add_audit_log.sql",
                """
                -- add audit log
                --
                -- Revision ID: 0004
                -- Revises: 0001, 0003
                -- Create Date: 2025-01-08 09:12:44+00:00
                -- Branch Labels: audit
                -- Depends On: 0002, billing

                -- @upgrade
                CREATE TABLE audit_log (id int);

                -- @verify
                SELECT true;
                -- @downgrade
                DROP TABLE audit_log;
                """)
            .only();
    Optional<Path> file = Optional.of(temp.resolve("0004_add_audit_log.sql"));
    TransactionMode mode = TransactionMode.TRANSACTIONAL;
    assertEquals(
        new Revision(
            new RevisionId("0004"),
            List.of(new RevisionId("0001"), new RevisionId("0003")),
            List.of("audit"),
            List.of("0002", "billing"),
            "add audit log",
            Optional.of("2025-01-08 09:12:44+00:00"),
            new Script(mode, "CREATE TABLE audit_log (id int);\n\n", 10, file),
            new WayBack.Downgrade(new Script(mode, "DROP TABLE audit_log;\n", 15, file)),
            Optional.of(new Script(mode, "SELECT true;\n", 13, file)),
            file),
        revision);
  }

  @Test
  void sectionsMayBeAutocommitOrHaveNoWayBack() {
    Revision revision =
        folder()
            .file(
                "1_x.sql",
                """
                -- @upgrade autocommit
                CREATE INDEX CONCURRENTLY i ON t (a);
                -- @downgrade none: the data is gone
                -- nothing
                """)
            .only();
    assertEquals(TransactionMode.AUTOCOMMIT, revision.upgrade().mode());
    assertEquals(new WayBack.Irreversible("the data is gone"), revision.wayBack());
  }

  @Test
  void keysAndMarksAreReadInAnyCaseAndWithAnyBlanks() {
    Revision revision =
        folder()
            .file(
                "x.sql",
                "--msg\n--REVISION id :  abc \n-- revises:<base>\n\t--  @Upgrade  \nSELECT 1")
            .only();
    assertEquals(new RevisionId("abc"), revision.id());
    assertEquals(List.of(), revision.downRevisions());
    assertEquals("msg", revision.message());
    assertEquals("SELECT 1", revision.upgrade().sql());
  }

  @Test
  void dbmateFilesOpenUnchanged() {
    Folder folder =
        folder()
            .file(
                "20240101120000_one.sql",
                "-- migrate:up\nCREATE TABLE a ();\n\n-- migrate:down\nDROP TABLE a;\n")
            .file(
                "20240102120000_two.sql",
                "-- migrate:up transaction:false\nVACUUM;\n-- migrate:down transaction:true\n");
    assertEquals(List.of("20240101120000<-[]", "20240102120000<-[20240101120000]"), folder.graph());
    Revision two = folder.read().revisions().getLast();
    assertEquals(TransactionMode.AUTOCOMMIT, two.upgrade().mode());
    assertEquals(TransactionMode.TRANSACTIONAL, downgrade(two).mode());
    assertEquals("two", two.message());
    assertEquals(List.of(), folder.problems());
  }

  @Test
  void gooseFilesOpenUnchanged() {
    Revision revision =
        folder()
            .file(
                "00001_fn.sql",
                """
                -- +goose NO TRANSACTION
                -- +goose Up
                -- +goose StatementBegin
                CREATE FUNCTION f() RETURNS int AS $$ BEGIN; RETURN 1; END $$ LANGUAGE plpgsql;
                -- +goose StatementEnd
                -- +goose Down
                DROP FUNCTION f;
                """)
            .only();
    assertEquals(TransactionMode.AUTOCOMMIT, revision.upgrade().mode());
    assertEquals(TransactionMode.AUTOCOMMIT, downgrade(revision).mode());
    assertEquals(3, revision.upgrade().firstLine());
  }

  @Test
  void withoutMarksTheWholeFileIsTheUpgradeAndThereIsNoWayBack() {
    Revision revision = folder().file("0007_Add-it_now.sql", "CREATE TABLE a ();\n").only();
    assertEquals("CREATE TABLE a ();\n", revision.upgrade().sql());
    assertEquals(1, revision.upgrade().firstLine());
    assertEquals(new WayBack.Missing(), revision.wayBack());
    assertEquals("Add it now", revision.message());
  }

  @Test
  void withoutAHeaderAFileRevisesTheOneBeforeItInNumericOrder() {
    Folder folder =
        folder()
            .file("9_c.sql", "SELECT 9")
            .file("10_d.sql", "SELECT 10")
            .file("001.sql", "SELECT 1")
            .file("0004_x.sql", "-- Revision ID: four\n-- Revises: 001\n")
            .file("README.md", "no SQL")
            .file(".hidden.sql", "'");
    assertEquals(List.of("four<-[001]", "001<-[]", "10<-[9]", "9<-[four]"), folder.graph());
    assertEquals(List.of(), folder.problems());
  }

  @Test
  void eachFolderHasANumericOrderOfItsOwn() {
    new Folder(temp).file("a/01.sql", "SELECT 1").file("b/02.sql", "SELECT 1");
    List<Revision> revisions =
        RevisionReader.read(List.of(temp.resolve("b"), temp.resolve("a"), temp.resolve("b/../b")))
            .revisions();
    assertEquals(List.of("02", "01"), revisions.stream().map(r -> r.id().value()).toList());
    assertEquals(List.of(), revisions.getFirst().downRevisions());
  }

  @Test
  void pairsOfFilesAreOneRevisionEach() {
    Folder folder =
        folder()
            .file("000001_a.up.sql", "CREATE TABLE a ();")
            .file("000001_a.down.sql", "DROP TABLE a;")
            .file("000002_b.up.sql", "-- @upgrade autocommit\nVACUUM;\n-- @verify\nSELECT 1");
    assertEquals(List.of("000001<-[]", "000002<-[000001]"), folder.graph());
    List<Revision> revisions = folder.read().revisions();
    Script down = downgrade(revisions.getFirst());
    assertEquals("DROP TABLE a;", down.sql());
    assertEquals(Optional.of(temp.resolve("000001_a.down.sql")), down.file());
    assertEquals("a", revisions.getFirst().message());
    assertEquals(new WayBack.Missing(), revisions.getLast().wayBack());
    assertEquals(TransactionMode.AUTOCOMMIT, revisions.getLast().upgrade().mode());
    assertEquals(List.of(), folder.problems());
  }

  @Test
  void datedFoldersAreOneRevisionEachAndTheirIdHasNoDashes() {
    Folder folder =
        folder()
            .file("2025-01-08-091244_add_x/up.sql", "SELECT 1;")
            .file("2025-01-08-091244_add_x/down.sql", "-- @downgrade none: never\n")
            .file("2025-01-09-000000_y/up.sql", "SELECT 2;")
            .file("notes/readme.sql", "'");
    assertEquals(List.of("20250108091244<-[]", "20250109000000<-[20250108091244]"), folder.graph());
    Revision first = folder.read().revisions().getFirst();
    assertEquals("add x", first.message());
    assertEquals(new WayBack.Irreversible("never"), first.wayBack());
    assertEquals(List.of(), folder.problems());
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreFine() {
    Revision revision =
        folder()
            .file(
                "1_x.sql",
                """
                \uFEFF-- größer
                -- Revision ID: 1
                -- Revises:

                -- @upgrade
                SELECT 1;
                -- @downgrade
                SELECT 2;
                """
                    .replace("\n", "\r\n"))
            .only();
    assertEquals("größer", revision.message());
    assertEquals("SELECT 1;\r\n", revision.upgrade().sql());
    assertEquals(6, revision.upgrade().firstLine());
    assertEquals(8, downgrade(revision).firstLine());
  }

  @Test
  void aMarkInAStringOrCommentIsNone() {
    Revision revision =
        folder()
            .file(
                "1_x.sql",
                "-- @upgrade\nSELECT '\n-- @downgrade\n', $a$\n-- @x\n$a$ /*\n-- @y\n*/; -- @z\n")
            .only();
    assertEquals(new WayBack.Missing(), revision.wayBack());
  }

  @Test
  void theMessageIsTheFirstCommentThatSaysSomething() {
    assertEquals(
        "Create it: now",
        folder()
            .file("1_x.sql", "/* c */\n-- ====\n-- Create it: now\n-- more\nSELECT 1")
            .only()
            .message());
    assertEquals(
        "x",
        folder()
            .file("1_x.sql", "-- ====\n\n-- a note on the statement\nSELECT 1")
            .only()
            .message());
  }

  @Test
  void aMergeNeedsNoSql() {
    Folder folder =
        folder().file("m.sql", "-- Revision ID: m\n-- Revises: a, b\n-- @upgrade\n-- @downgrade\n");
    assertEquals(List.of("m<-[a, b]"), folder.graph());
    assertEquals(List.of(), folder.problems());
  }

  @Test
  void aTransactionAroundEverythingIsFine() {
    folder().file("1_x.sql", "BEGIN;\nCREATE TABLE a ();\nCOMMIT;\n").only();
  }

  @Test
  void autocommitSectionsMayControlTransactions() {
    folder()
        .file(
            "1_x.sql",
            "-- @upgrade autocommit\nBEGIN;\nSAVEPOINT a;\nCOMMIT;\nVACUUM;\nBEGIN;ROLLBACK")
        .only();
  }
}
