package dev.retort.testing;

import dev.retort.cli.Cli;
import dev.retort.cli.term.Streams;
import dev.retort.engine.Surroundings;
import dev.retort.profile.UserContext;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the command line inside the test's own process and keeps what it printed. Immutable: each
 * {@code with} gives another one.
 */
public final class CliRun {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Path directory;
  private final Map<String, String> environment;
  private final Optional<String> typed;

  private CliRun(Path directory, Map<String, String> environment, Optional<String> typed) {
    this.directory = directory;
    this.environment = environment;
    this.typed = typed;
  }

  /**
   * What a command did.
   *
   * @param out what it printed on standard output
   * @param err the same for standard error
   */
  public record Result(int exitCode, String out, String err) {

    /** Standard output in lines. */
    public List<String> lines() {
      return out.lines().toList();
    }
  }

  /** In a folder, with Retort's own folders in another; no database is named. */
  public static CliRun in(Path directory, Path home) {
    return new CliRun(
        directory,
        Map.of(
            "RETORT_HOME",
            home.toString(),
            "HOME",
            home.toString(),
            "HOSTNAME",
            "testhost",
            "NO_COLOR",
            "1"),
        Optional.empty());
  }

  /** On a test's database, by libpq's variables. */
  public CliRun on(PgDatabase database) {
    return with("PGHOST", "localhost")
        .with("PGPORT", Integer.toString(database.port()))
        .with("PGDATABASE", database.name())
        .with("PGUSER", "postgres");
  }

  /** With an environment variable; one that is empty counts as none. */
  public CliRun with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.put(name, value);
    return new CliRun(directory, more, typed);
  }

  /** At a terminal, where somebody types these lines. */
  public CliRun typing(String lines) {
    return new CliRun(directory, environment, Optional.of(lines));
  }

  /** Runs a command. */
  public Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new BufferedReader(new StringReader(typed.orElse(""))),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            typed.isPresent(),
            false,
            typed.isPresent());
    UserContext user = new UserContext(environment, directory, "tester", UserContext.Os.LINUX);
    Surroundings surroundings = new Surroundings(user, directory, InstantSource.fixed(NOON));
    int exitCode = new Cli(surroundings, streams, Optional.empty()).run(arguments);
    return new Result(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
