package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.Main;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Revisions of many megabytes in a process whose heap has no room for another copy of them: what
 * prints and runs them must pass them on as they come.
 */
class BigRevisionTest {
  private static final int ROWS = 96_000;

  @TempDir Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void project() throws IOException {
    folder = Files.createDirectories(temporary.toRealPath().resolve("work"));
  }

  @Test
  void eightMegabytesArePlannedAndPrintedInAHeapOfFortyEight() throws IOException {
    rows(ROWS);
    allForms("48m", ROWS);
  }

  /** One sign that is not Latin-1 makes two bytes of every character of a string. */
  @Test
  @Tag("slow")
  void fiftyMegabytesAfterAnArrowArePlannedAndPrintedInAHeapOf256() throws IOException {
    rows(600_000, "-- orders \u2192 many\n");
    allForms("256m", 600_000);
  }

  @Test
  void tooLittleMemoryIsToldAsWhatItIs() throws IOException {
    rows(ROWS);
    Path out = run(1, "20m", Map.of(), "plan", "upgrade", "head", "--heads", "", "--json");
    assertEquals(1, count(out, "\"code\": \"out-of-memory\""));
    assertEquals(1, count(out, "JAVA_TOOL_OPTIONS=-Xmx4g"));
  }

  @Test
  @Tag("slow")
  void fiftyMegabytesOfStatementsArePlannedAndPrintedInAHeapOf256() throws IOException {
    rows(600_000);
    allForms("256m", 600_000);
  }

  @Test
  @Tag("slow")
  void oneStatementOfFiftyMegabytesIsPlannedAndPrintedInAHeapOf256() throws IOException {
    try (Writer writer = Files.newBufferedWriter(folder.resolve("0001_one.sql"))) {
      writer.write("INSERT INTO one VALUES ('");
      for (int line = 0; line < 500_000; line++) {
        writer.write("%07d ".formatted(line).repeat(12) + "\n");
      }
      writer.write("');\n");
    }
    allForms("256m", 1);
  }

  @Test
  @Tag("slow")
  @Tag("db")
  @ExtendWith(PgExtension.class)
  void fiftyMegabytesOfStatementsAreRunInAHeapOf256(PgDatabase database) throws IOException {
    rows(600_000);
    database.execute("CREATE TABLE many (id int, v text)");
    Path out =
        run(
            "256m",
            Map.of(
                "PGHOST",
                "localhost",
                "PGPORT",
                Integer.toString(database.port()),
                "PGDATABASE",
                database.name(),
                "PGUSER",
                "postgres"),
            "upgrade",
            "head",
            "--json");
    assertEquals(List.of("600000"), database.query("SELECT count(*) FROM many"));
    assertEquals(600_000, count(out, "\"kind\": \"INSERT\""));
  }

  private void rows(int count) throws IOException {
    rows(count, "");
  }

  private void rows(int count, String first) throws IOException {
    try (Writer writer = Files.newBufferedWriter(folder.resolve("0001_many.sql"))) {
      writer.write(first);
      for (int row = 0; row < count; row++) {
        writer.write(
            "INSERT INTO many VALUES (%d, 'row %d of many, with some text in it, so much');\n"
                .formatted(row, row));
      }
    }
  }

  private void allForms(String heap, int statements) throws IOException {
    Path plan = run(heap, Map.of(), "plan", "upgrade", "head", "--heads", "");
    assertEquals(1, count(plan, "sha256:"));
    Path json = run(heap, Map.of(), "plan", "upgrade", "head", "--heads", "", "--json");
    assertEquals(statements, count(json, "\"sql\": \"INSERT INTO"));
    assertEquals("}", last(json));
    Path sql = run(heap, Map.of(), "upgrade", "base:head", "--sql");
    assertEquals(statements, count(sql, "INSERT INTO many") + count(sql, "INSERT INTO one"));
    assertEquals("COMMIT;", last(sql));
    Path inJson = run(heap, Map.of(), "upgrade", "base:head", "--sql", "--json");
    assertEquals(1, count(inJson, "COMMIT;\\n\\n\""));
    assertEquals("}", last(inJson));
  }

  private static long count(Path file, String text) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      return reader.lines().filter(line -> line.contains(text)).count();
    }
  }

  /** The last line that is not empty. */
  private static String last(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      return reader.lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
    }
  }

  private Path run(String heap, Map<String, String> environment, String... arguments)
      throws IOException {
    return run(0, heap, environment, arguments);
  }

  /** Runs the program in a process of its own; gives the file with what it printed. */
  private Path run(int exitCode, String heap, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx" + heap,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    Path out = temporary.resolve("out");
    Path err = temporary.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("RETORT_HOME", temporary.resolve("home").toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(300, TimeUnit.SECONDS), "it does not end");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } finally {
      process.destroyForcibly();
    }
    String end = Files.size(out) < 2000 ? Files.readString(out) : "";
    assertEquals(
        exitCode, process.exitValue(), String.join(" ", arguments) + end + Files.readString(err));
    return out;
  }
}
