package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.retort.testing.CliRun;
import dev.retort.testing.CliRun.Result;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Input that no text file can show: bytes, permissions, sizes. */
class BadInputTest {
  @TempDir Path temporary;
  private Path folder = Path.of("");
  private CliRun retort = CliRun.in(Path.of(""), Path.of(""));

  @BeforeEach
  void project() throws IOException {
    folder = Files.createDirectories(temporary.toRealPath().resolve("work"));
    retort = CliRun.in(folder, temporary.resolve("home"));
    Files.createDirectories(folder.resolve("migrations"));
    Files.writeString(
        folder.resolve("retort.toml"), "[migrations]\nlocations = [\"migrations\"]\n");
  }

  @Test
  void bytesThatAreNotUtf8AreNamedWithTheirLine() throws IOException {
    Files.write(
        migration("0001_latin.sql"),
        "-- @upgrade\nSELECT 'Gr\u00fc\u00dfe';\n".getBytes(StandardCharsets.ISO_8859_1));
    Result result = retort.run("heads");
    assertEquals(2, result.exitCode());
    assertTrue(
        result.err().contains("migrations/0001_latin.sql:2: The file is not UTF-8"), result.err());
  }

  @Test
  void revisionsWhoseSqlIsBrokenAreListedButNotPlanned() throws IOException {
    Files.writeString(migration("0001_open.sql"), "-- @upgrade\nSELECT 'never closed;\n");
    Result heads = retort.run("heads");
    assertEquals(0, heads.exitCode());
    assertEquals("0001 (head)\n", heads.out());
    Result plan = retort.run("plan", "upgrade", "head", "--heads", "");
    assertEquals(2, plan.exitCode());
    assertTrue(plan.err().contains("never ends"), plan.err());
  }

  @Test
  void whatIsWrongWithAHeaderIsSaidTogetherWithWhatIsWrongBehindIt() throws IOException {
    Files.writeString(migration("0001_open.sql"), "-- @upgrade\nSELECT 'never closed;\n");
    Files.writeString(migration("0002_lost.sql"), "-- Revision ID: 0002\n-- Revises: 0009\n");
    Result heads = retort.run("heads");
    assertEquals(2, heads.exitCode());
    assertTrue(heads.err().contains("never ends"), heads.err());
    assertTrue(heads.err().contains("0009"), heads.err());
  }

  @Test
  void aProjectWhoseRevisionsAreInPythonIsNotSaidToHaveNothingToDo() throws IOException {
    Files.delete(folder.resolve("retort.toml"));
    Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = script\n");
    Path versions = Files.createDirectories(folder.resolve("script/versions"));
    Files.writeString(versions.resolve("__init__.py"), "");
    assertEquals(0, retort.run("plan", "upgrade", "heads", "--heads", "").exitCode());
    Files.writeString(versions.resolve("ae10_first.py"), "revision = 'ae10'\n");
    Result plan = retort.run("plan", "upgrade", "heads", "--heads", "");
    assertEquals(2, plan.exitCode());
    assertTrue(plan.err().contains("Revisions in Python are not read"), plan.err());
  }

  @Test
  void aFolderThatIsMissingIsNamed() throws IOException {
    Files.delete(folder.resolve("migrations"));
    Result result = retort.run("heads", "--json");
    assertEquals(2, result.exitCode());
    assertTrue(result.out().contains("\"code\": \"missing-path\""), result.out());
    assertEquals("", result.err());
  }

  @Test
  void aFolderThatCannotBeReadIsNamed() throws IOException {
    Files.setPosixFilePermissions(folder.resolve("migrations"), Set.of());
    assumeFalse(Files.isReadable(folder.resolve("migrations")), "root reads everything");
    try {
      Result result = retort.run("heads");
      assertEquals(2, result.exitCode());
      assertTrue(result.err().contains("migrations"), result.err());
    } finally {
      Files.setPosixFilePermissions(
          folder.resolve("migrations"), Set.of(PosixFilePermission.values()));
    }
  }

  @Test
  void tenThousandRevisionsAreListed() throws IOException {
    for (int number = 1; number <= 10_000; number++) {
      Files.writeString(migration(String.format("%05d_step.sql", number)), "SELECT 1;\n");
    }
    assertEquals(List.of("10000 (head)"), retort.run("heads").lines());
    List<String> history = retort.run("history").lines();
    assertEquals(10_000, history.size());
    assertEquals("09999 -> 10000 (head), step", history.getFirst());
    assertEquals("<base> -> 00001, step", history.getLast());
    assertEquals(
        List.of("Upgrade to head: 09998 -> 10000, 2 steps, 2 statements"),
        retort.run("plan", "upgrade", "head", "--heads", "09998").lines().subList(0, 1));
  }

  @Test
  @Tag("db")
  @ExtendWith(PgExtension.class)
  void fiftyMegabytesAreRun(PgDatabase database) throws IOException {
    try (Writer writer = Files.newBufferedWriter(migration("0001_big.sql"))) {
      writer.write("CREATE TABLE big (id int, text text);\n");
      String row = "INSERT INTO big VALUES (1, '" + "x".repeat(1_000_000) + "');\n";
      for (int number = 0; number < 50; number++) {
        writer.write(row);
      }
    }
    Result result = retort.on(database).run("upgrade", "head");
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(List.of("50"), database.query("SELECT count(*) FROM big"));
  }

  private Path migration(String name) {
    return folder.resolve("migrations").resolve(name);
  }
}
