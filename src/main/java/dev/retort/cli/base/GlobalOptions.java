package dev.retort.cli.base;

import dev.retort.cli.term.ColourMode;
import dev.retort.profile.RunLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options that every command takes, before or after its name. Filled in by picocli. */
public final class GlobalOptions {
  private @Nullable Path directory;
  private @Nullable String profile;
  private @Nullable String url;
  private boolean json;
  private boolean yes;
  private @Nullable Duration lockTimeout;
  private @Nullable Duration statementTimeout;
  private @Nullable Duration lockWait;
  private @Nullable Integer lockRetries;
  private boolean verbose;
  private ColourMode colours = ColourMode.AUTO;

  /** Declares them as those of all commands. */
  public void declare(Arguments arguments) {
    arguments.option(
        "-C, --directory",
        "DIR",
        Reading.PATH,
        "Look for the project here instead of in the current folder.",
        path -> directory = path);
    arguments.option(
        "-p, --profile",
        "NAME",
        "The profile to use: sandbox, or one of the project's or your own.",
        word -> profile = word);
    arguments.option(
        "--url", "URL", "The database to use, as postgresql://… or jdbc:…", word -> url = word);
    arguments.flag("--json", "Print one JSON document on standard output.", on -> json = on);
    arguments.flag("--yes", "Do not ask for confirmation.", on -> yes = on);
    arguments.option(
        "--lock-timeout",
        "TIME",
        Reading.WAIT,
        "How long a statement may wait for a lock: 5s, 500ms, 1min.",
        time -> lockTimeout = time);
    arguments.option(
        "--statement-timeout",
        "TIME",
        Reading.DURATION,
        "How long a statement may take; without it, as long as it needs.",
        time -> statementTimeout = time);
    arguments.option(
        "--lock-wait",
        "TIME",
        Reading.DURATION,
        "How long to wait for another run on the database to end; 0 for not at all.",
        time -> lockWait = time);
    arguments.option(
        "--lock-retries",
        "N",
        Reading.COUNT,
        "How often a step that met a lock is tried again; 0 for never.",
        count -> lockRetries = count);
    arguments.flag("-v, --verbose", "Say more.", on -> verbose = on);
    arguments.option(
        "--color, --colour",
        "WHEN",
        Reading.oneOf(ColourMode.class, List.of(ColourMode.values())),
        "Colour the output: ${COMPLETION-CANDIDATES}.",
        mode -> colours = mode);
  }

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
