package dev.retort.turns;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.retort.testing.PgDatabase;
import dev.retort.turns.Outcome.Ending;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Alembic at work in a project: by its own functions in one Python process that stays, or by the
 * {@code alembic} command that a user types. One thread at a time.
 */
final class AlembicSide implements AutoCloseable {
  private final Alembic alembic;
  private final Path folder;
  private final Path errors;
  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;
  private final String version;

  /**
   * Starts it.
   *
   * @param folder the project's, with its alembic.ini
   * @param scratch a folder for the driver and what it complains of
   */
  AlembicSide(Path folder, Path scratch) {
    this.alembic = Alembic.find();
    this.folder = folder;
    this.errors = scratch.resolve("alembic.err");
    try {
      Path driver = scratch.resolve("driver.py");
      copy("driver.py", driver);
      this.process =
          Alembic.builder(List.of(alembic.python(), driver.toString()))
              .redirectError(errors.toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.version = Objects.requireNonNull(answer().get("message"));
  }

  static void copy(String resource, Path to) throws IOException {
    try (InputStream in = AlembicSide.class.getResourceAsStream("/turns/" + resource)) {
      Files.copy(Objects.requireNonNull(in, resource), to);
    }
  }

  /** Whether a downgrade may leave rows that other rows stand on, as it did before 1.13.1. */
  boolean leavesCoveredRows() {
    return Version.parse(version).compareTo(Version.parse("1.13.1")) < 0;
  }

  /** Makes a move by Alembic's functions. */
  Outcome move(PgDatabase database, Move move) {
    try {
      questions.write(
          JSON.std.asString(
              Map.of(
                  "ini",
                  folder.resolve("alembic.ini").toString(),
                  "url",
                  url(database),
                  "command",
                  move.command().word(),
                  "targets",
                  move.targets(),
                  "purge",
                  move.purge())));
      questions.newLine();
      questions.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(complaint(), e);
    }
    Map<String, String> answer = answer();
    return new Outcome(
        Ending.valueOf(Objects.requireNonNull(answer.get("outcome")).toUpperCase(Locale.ROOT)),
        Objects.requireNonNull(answer.get("message")));
  }

  private Map<String, String> answer() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new AssertionError("Alembic's process ended: " + complaint());
      }
      return JSON.std.mapOfFrom(String.class, line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String complaint() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Makes a move by the command. */
  Outcome type(PgDatabase database, Move move) {
    Typed typed = type(database, move.words());
    return typed.exitCode() == 0
        ? new Outcome(Ending.DONE, "")
        : new Outcome(
            typed.output().contains("Traceback") ? Ending.CRASHED : Ending.REFUSED, typed.output());
  }

  /**
   * What the command did.
   *
   * @param output both of its streams
   */
  record Typed(int exitCode, String output) {}

  /** Types {@code alembic} and these words in the project's folder. */
  Typed type(PgDatabase database, List<String> words) {
    ProcessBuilder builder =
        Alembic.builder(alembic.words(words)).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("DATABASE_URL", url(database));
    try {
      Process typed = builder.start();
      typed.getOutputStream().close();
      String output = new String(typed.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Typed(typed.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String url(PgDatabase database) {
    return "postgresql+psycopg2://postgres@localhost:" + database.port() + "/" + database.name();
  }

  /** Its standard input ends, and so does the process. */
  @Override
  public void close() throws IOException {
    questions.close();
    answers.close();
    process.onExit().join();
  }
}
