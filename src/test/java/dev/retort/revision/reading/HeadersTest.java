package dev.retort.revision.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.retort.revision.Revision;
import dev.retort.revision.RevisionSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the headers alone say is what they say in the whole file, wherever they end. */
class HeadersTest {
  private static final String HEADER =
      """
      -- add audit log
      --
      -- Revision ID: 0004
      -- Revises: 0001, 0002
      -- Create Date: 2025-01-08 09:12:44+00:00
      -- Branch Labels: audit
      -- Depends On: 0003
      """;

  @TempDir Path folder;

  @Test
  void theSampleIsTheSame() {
    Path sample = Path.of("db/migrations");
    assertSame(List.of(sample));
    assertEquals(17, RevisionReader.readHeaders(List.of(sample)).revisions().size());
  }

  @Test
  void theSqlIsNotRead() throws IOException {
    write("0001_a.sql", HEADER + "\n-- @upgrade\nCREATE TABLE a (id int);\n");
    assertEquals(
        "", RevisionReader.readHeaders(List.of(folder)).revisions().getFirst().upgrade().sql());
    assertNotEquals(
        "", RevisionReader.read(List.of(folder)).revisions().getFirst().upgrade().sql());
  }

  @Test
  void aHeaderIsReadToItsEndHoweverLongItIs() throws IOException {
    for (int lines : List.of(0, 1, 10, 11, 12, 13, 14, 40, 400)) {
      String words =
          "-- why this had to be done, in many words, and not briefly at all.\n".repeat(lines);
      write("0001_a.sql", "-- first\n" + words + HEADER + words + "-- @upgrade\nSELECT 1;\n");
      assertSame(List.of(folder));
    }
  }

  @Test
  void theEndOfWhatIsReadFallsOnAnything() throws IOException {
    String filler = "-- " + "x".repeat(680) + "\n";
    for (int more = 0; more < 400; more++) {
      write(
          "0001_a.sql",
          "-- first\n-- "
              + "y".repeat(more)
              + "\n"
              + filler
              + HEADER
              + "/* ü */ -- @upgrade\nSELECT 1;");
      assertSame(List.of(folder));
    }
  }

  @Test
  void otherLayoutsAndLineEndsAreTheSame() throws IOException {
    write("0001_a.sql", "CREATE TABLE a (id int);\n");
    write("0002_b.up.sql", HEADER.replace("\n", "\r\n") + "CREATE TABLE b (id int);\r\n");
    write("0002_b.down.sql", "DROP TABLE b;\r\n");
    write("0003_c.sql", "\uFEFF-- with a byte order mark\n-- @upgrade\nSELECT 1;\n");
    write("0004_d.sql", "-- migrate:up\nSELECT 1;\n-- migrate:down\nSELECT 2;\n");
    write("0005_e.sql", "-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2;\n");
    write("0006_f.sql", "-- no statement, and no end of line");
    Files.createDirectories(folder.resolve("2025-01-08-091244_g"));
    write("2025-01-08-091244_g/up.sql", "SELECT 1;");
    write("2025-01-08-091244_g/down.sql", "SELECT 2;");
    assertSame(List.of(folder));
  }

  @Test
  void whatIsWrongWithAHeaderIsFound() throws IOException {
    write("0001_a.sql", HEADER + "-- Revises: 0009\n-- @upgrade\nSELECT 1;\n");
    write("0002_b.sql", "");
    write("no_number.sql", "SELECT 1;\n");
    Files.write(
        folder.resolve("0003_c.sql"), "-- Grüße\nSELECT 1;".getBytes(StandardCharsets.ISO_8859_1));
    Files.write(folder.resolve("0004_d.sql"), "-- x\nSELECT 1;".getBytes(StandardCharsets.UTF_16));
    Files.createDirectories(folder.resolve("0005_e.sql"));
    assertSame(List.of(folder));
    assertEquals(
        RevisionReader.read(List.of(folder)).problems(),
        RevisionReader.readHeaders(List.of(folder)).problems());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static void assertSame(List<Path> folders) {
    assertEquals(
        outlines(RevisionReader.read(folders)), outlines(RevisionReader.readHeaders(folders)));
  }

  private static List<List<Object>> outlines(RevisionSet set) {
    return set.revisions().stream().map(HeadersTest::outline).toList();
  }

  private static List<Object> outline(Revision revision) {
    return List.of(
        revision.id(),
        revision.downRevisions(),
        revision.branchLabels(),
        revision.dependsOn(),
        revision.message(),
        revision.createDate(),
        revision.file());
  }
}
