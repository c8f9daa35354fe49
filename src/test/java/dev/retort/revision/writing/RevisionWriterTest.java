package dev.retort.revision.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.WayBack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionWriterTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2025, 1, 8, 9, 12, 44, 0, ZoneOffset.UTC);

  @TempDir Path temp;

  private static NewRevision revision(String id, String message, String... revises) {
    List<RevisionId> parents = Stream.of(revises).map(RevisionId::new).toList();
    return new NewRevision(new RevisionId(id), message, parents, List.of(), List.of(), NOW);
  }

  private Path write(Revision revision) {
    return RevisionWriter.write(temp, FileNameTemplate.DEFAULT, revision, NOW);
  }

  @Test
  void anEmptyRevisionHasAHeaderAndSectionsToFill() throws IOException {
    NewRevision added =
        new NewRevision(
            new RevisionId("0004"),
            "add audit log",
            List.of(new RevisionId("0001")),
            List.of("audit"),
            List.of("0003"),
            NOW);
    Path file = write(added.empty());
    assertEquals(temp.resolve("0004_add_audit_log.sql"), file);
    assertEquals(
        """
        -- add audit log
        --
        -- Revision ID: 0004
        -- Revises: 0001
        -- Create Date: 2025-01-08 09:12:44+00:00
        -- Branch Labels: audit
        -- Depends On: 0003

        -- @upgrade
        -- The SQL of the change goes here; it runs in one transaction, unless `autocommit` follows the mark.

        -- @downgrade
        -- The SQL that undoes it goes here; if nothing can, write `none: reason` behind the mark.
        """,
        Files.readString(file));
    try (Stream<Path> files = Files.list(temp)) {
      assertEquals(List.of(file), files.toList(), "nothing temporary is left");
    }
  }

  @Test
  void aMergeAndABaseSayWhatTheyRevise() {
    String merge = RevisionText.of(revision("m", "merge", "a", "b").empty());
    assertEquals("-- Revises: a, b", merge.lines().toList().get(3));
    String base = RevisionText.of(revision("a", "").empty());
    assertEquals("-- Revises: <base>", base.lines().toList().get(1));
  }

  @Test
  void whatIsThereIsNeverOverwritten() throws IOException {
    Files.writeString(temp.resolve("1_x.sql"), "mine");
    RevisionFileException e =
        assertThrows(RevisionFileException.class, () -> write(revision("1", "x").empty()));
    assertEquals("file-exists", e.code());
    assertEquals("mine", Files.readString(temp.resolve("1_x.sql")));
    try (Stream<Path> files = Files.list(temp)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void aMissingFolderIsReported() {
    RevisionFileException e =
        assertThrows(
            RevisionFileException.class,
            () ->
                RevisionWriter.write(
                    temp.resolve("no"), FileNameTemplate.DEFAULT, revision("1", "x").empty(), NOW));
    assertEquals("unwritable-file", e.code());
  }

  @Test
  void idsThatNoVersionTableCanHoldAreRefused() {
    assertEquals(
        "revision-id-too-long",
        assertThrows(
                RevisionFileException.class, () -> write(revision("1".repeat(256), "x").empty()))
            .code());
    assertEquals(
        "bad-revision-id",
        assertThrows(RevisionFileException.class, () -> write(revision("a-b", "x").empty()))
            .code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Revises: 0001", "@upgrade", "migrate:up", "revision id: 7", "==="})
  void aMessageThatWouldBeReadAsSomethingElseIsRefused(String message) {
    RevisionFileException e =
        assertThrows(RevisionFileException.class, () -> write(revision("1", message).empty()));
    assertTrue(Set.of("cannot-be-written", "contradicting-header").contains(e.code()), e.code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1;\n-- @downgrade\nSELECT 2;", "SELECT '", "SELECT $a$", "/*"})
  void sqlThatWouldSwallowOrAddASectionIsRefused(String sql) {
    Revision revision =
        revision("1", "x").with(Script.of(sql), new WayBack.Downgrade(Script.of("SELECT 3;")));
    assertEquals(
        "cannot-be-written",
        assertThrows(RevisionFileException.class, () -> write(revision)).code());
  }
}
