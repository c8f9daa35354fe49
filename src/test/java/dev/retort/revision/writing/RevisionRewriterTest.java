package dev.retort.revision.writing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.reading.RevisionReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionRewriterTest {
  @TempDir Path temp;

  private static List<RevisionId> ids(String... ids) {
    return Stream.of(ids).map(RevisionId::new).toList();
  }

  private Revision read(String name, String text) {
    try {
      Files.writeString(temp.resolve(name), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return RevisionReader.read(List.of(temp)).revisions().getFirst();
  }

  /** The text after new parents; also that reading it gives them and all else as before. */
  private String rewrite(String name, String text, List<RevisionId> revises, String... dependsOn)
      throws IOException {
    Revision before = read(name, text);
    RevisionRewriter.rewrite(before, revises, List.of(dependsOn));
    Revision after = RevisionReader.read(List.of(temp)).revisions().getFirst();
    assertEquals(revises, after.downRevisions());
    assertEquals(List.of(dependsOn), after.dependsOn());
    assertEquals(before.id(), after.id());
    assertEquals(before.message(), after.message());
    return Files.readString(temp.resolve(name));
  }

  @Test
  void onlyTheValuesChange() throws IOException {
    String text =
        "\uFEFF-- m\r\n-- revision id:x\r\n--  Revises :  a  \r\n-- Depends On: d, e\r\n\r\n"
            + "-- @upgrade\r\nSELECT 'é';  \n-- @downgrade";
    assertEquals(
        text.replace(":  a  \r", ":  b, c  \r").replace("d, e", "f"),
        rewrite("x.sql", text, ids("b", "c"), "f"));
  }

  @Test
  void theSameParentsChangeNothingAtAll() throws IOException {
    String text = "-- Revision ID: x\n-- Revises:a ,b\n-- Depends On:";
    assertEquals(text, rewrite("x.sql", text, ids("a", "b")));
  }

  @Test
  void aBaseIsWrittenOut() throws IOException {
    assertEquals(
        "-- Revision ID: x\n-- Revises: <base>\n",
        rewrite("x.sql", "-- Revision ID: x\n-- Revises: a\n", ids()));
    assertEquals(
        "-- Revision ID: x\n-- Revises: a\n",
        rewrite("x.sql", "-- Revision ID: x\n-- Revises:\n", ids("a")));
  }

  @Test
  void missingLinesAreAddedBehindTheLastKey() throws IOException {
    assertEquals(
        "-- Revision ID: x\n-- Revises: a\n-- Depends On: d\n-- note\nSELECT 1",
        rewrite("x.sql", "-- Revision ID: x\n-- note\nSELECT 1", ids("a"), "d"));
    assertEquals(
        "-- Revises: b\r\n-- Revision ID: x\r\n-- Depends On: d",
        rewrite("x.sql", "-- Revises: a\r\n-- Revision ID: x", ids("b"), "d"));
  }

  @Test
  void aFileWithoutAHeaderGetsOneAndKeepsItsMessage() throws IOException {
    assertEquals(
        "-- Revision ID: 0004\n-- Revises: 0002\n\nSELECT 1;\n",
        rewrite("0004_x.sql", "SELECT 1;\n", ids("0002")));
    assertEquals(
        """
        /* c */
        -- Revision ID: 0004
        -- Revises: 0002
        -- Depends On: b
        -- the message
        SELECT 1;
        """,
        rewrite("0004_x.sql", "/* c */\n-- the message\nSELECT 1;\n", ids("0002"), "b"));
    assertEquals(
        "-- Revision ID: 0004\r\n-- Revises: <base>\r\n\r\n-- migrate:up\r\nSELECT 1;\r\n",
        rewrite("0004_x.sql", "-- migrate:up\r\nSELECT 1;\r\n", ids()));
  }

  @Test
  void aCommentThatWouldBecomeAHeaderLineStopsIt() throws IOException {
    String text = "-- Depends On: 001_x.sql\nSELECT 1;\n";
    Revision revision = read("0004_x.sql", text);
    RevisionFileException e =
        assertThrows(
            RevisionFileException.class,
            () -> RevisionRewriter.rewrite(revision, ids("0002"), List.of()));
    assertEquals("cannot-be-written", e.code());
    assertEquals(text, Files.readString(temp.resolve("0004_x.sql")));
  }

  @Test
  void aFileThatIsAnotherRevisionByNowIsLeftAlone() throws IOException {
    Revision revision = read("x.sql", "-- Revision ID: x\n-- Revises: a\n");
    String changed = "-- Revision ID: y\n-- Revises: a\n";
    Files.writeString(temp.resolve("x.sql"), changed);
    assertEquals(
        "file-changed",
        assertThrows(
                RevisionFileException.class,
                () -> RevisionRewriter.rewrite(revision, ids("b"), List.of()))
            .code());
    assertEquals(changed, Files.readString(temp.resolve("x.sql")));
    Files.delete(temp.resolve("x.sql"));
    assertEquals(
        "unreadable-file",
        assertThrows(
                RevisionFileException.class,
                () -> RevisionRewriter.rewrite(revision, ids("b"), List.of()))
            .code());
  }

  @Test
  void permissionsAndLinksStay() throws IOException {
    Path real = Files.createDirectory(temp.resolve("real")).resolve("x.txt");
    byte[] bytes = "-- Revision ID: x\n-- Revises: a\n".getBytes(StandardCharsets.UTF_8);
    Files.write(real, bytes);
    Set<PosixFilePermission> permissions =
        Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    Files.setPosixFilePermissions(real, permissions);
    Path link = Files.createSymbolicLink(temp.resolve("x.sql"), real);
    Revision revision = RevisionReader.read(List.of(temp)).revisions().getFirst();
    RevisionRewriter.rewrite(revision, ids("b"), List.of());
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(permissions, Files.getPosixFilePermissions(real));
    assertArrayEquals(
        "-- Revision ID: x\n-- Revises: b\n".getBytes(StandardCharsets.UTF_8),
        Files.readAllBytes(real));
  }
}
