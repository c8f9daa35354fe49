package dev.retort.cli.base;

import dev.retort.cli.term.ColourMode;
import dev.retort.profile.RunLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. Filled in by picocli. */
public final class GlobalOptions {

  @Option(
      names = {"-C", "--directory"},
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Look for the project here instead of in the current folder.")
  private @Nullable Path directory;

  @Option(
      names = {"-p", "--profile"},
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "The profile to use: sandbox, or one of the project's or your own.")
  private @Nullable String profile;

  @Option(
      names = "--url",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "The database to use, as postgresql://… or jdbc:…")
  private @Nullable String url;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print one JSON document on standard output.")
  private boolean json;

  @Option(names = "--yes", scope = ScopeType.INHERIT, description = "Do not ask for confirmation.")
  private boolean yes;

  @Option(
      names = "--lock-timeout",
      paramLabel = "TIME",
      scope = ScopeType.INHERIT,
      converter = WaitConverter.class,
      description = "How long a statement may wait for a lock: 5s, 500ms, 1min.")
  private @Nullable Duration lockTimeout;

  @Option(
      names = "--statement-timeout",
      paramLabel = "TIME",
      scope = ScopeType.INHERIT,
      converter = DurationConverter.class,
      description = "How long a statement may take; without it, as long as it needs.")
  private @Nullable Duration statementTimeout;

  @Option(
      names = "--lock-wait",
      paramLabel = "TIME",
      scope = ScopeType.INHERIT,
      converter = DurationConverter.class,
      description = "How long to wait for another run on the database to end; 0 for not at all.")
  private @Nullable Duration lockWait;

  @Option(
      names = "--lock-retries",
      paramLabel = "N",
      scope = ScopeType.INHERIT,
      converter = CountConverter.class,
      description = "How often a step that met a lock is tried again; 0 for never.")
  private @Nullable Integer lockRetries;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Say more.")
  private boolean verbose;

  @Option(
      names = {"--color", "--colour"},
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      description = "Colour the output: ${COMPLETION-CANDIDATES}.")
  private ColourMode colours = ColourMode.AUTO;

  /** Where to look for the project. */
  public Optional<Path> directory() {
    return Optional.ofNullable(directory);
  }

  /** The profile named. */
  public Optional<String> profile() {
    return Optional.ofNullable(profile);
  }

  /** The URL given. */
  public Optional<String> url() {
    return Optional.ofNullable(url);
  }

  /** Whether the result is to be JSON. */
  public boolean json() {
    return json;
  }

  /** Whether everything is confirmed beforehand. */
  public boolean yes() {
    return yes;
  }

  /** The limits given for a run. */
  public RunLimits limits() {
    return new RunLimits(
        Optional.ofNullable(lockTimeout),
        Optional.ofNullable(statementTimeout),
        Optional.ofNullable(lockWait),
        Optional.ofNullable(lockRetries),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether more is to be said. */
  public boolean verbose() {
    return verbose;
  }

  /** When to colour. */
  public ColourMode colours() {
    return colours;
  }
}
