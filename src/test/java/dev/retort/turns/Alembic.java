package dev.retort.turns;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code alembic} command of this machine. A missing one is a failure that says what to
 * install, never a reason to skip: who asks for these tests wants them run.
 *
 * @param python the interpreter that the command names, which is the one that has its libraries
 */
record Alembic(Path command, String python) {
  private static final String INSTALL =
      " These tests need Debian's packages: apt-get install alembic python3-psycopg2";

  /** The first one on the path. */
  static Alembic find() {
    Path command =
        Arrays.stream(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
            .map(folder -> Path.of(folder, "alembic"))
            .filter(Files::isExecutable)
            .filter(Alembic::isPython)
            .findFirst()
            .orElseGet(() -> fail("There is no alembic on the PATH." + INSTALL));
    Alembic alembic = new Alembic(command, firstLine(command).substring(2).strip());
    alembic.check();
    return alembic;
  }

  private static boolean isPython(Path command) {
    String line = firstLine(command);
    return line.startsWith("#!") && line.contains("python");
  }

  private static String firstLine(Path file) {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      return Optional.ofNullable(reader.readLine()).orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check() {
    try {
      Process process =
          builder(List.of(python, "-c", "import alembic, psycopg2")).inheritIO().start();
      if (process.waitFor() != 0) {
        fail(python + " lacks alembic or psycopg2." + INSTALL);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail("interrupted");
    }
  }

  /**
   * A process with what makes Python's answers the same each time: its sets in one order, and no
   * warnings, which nobody reads here.
   */
  static ProcessBuilder builder(List<String> words) {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("PYTHONHASHSEED", "0");
    builder.environment().put("PYTHONWARNINGS", "ignore");
    return builder;
  }

  /** The words of a command line. */
  List<String> words(List<String> arguments) {
    return Stream.concat(Stream.of(command.toString()), arguments.stream()).toList();
  }
}
