package dev.retort.cli;

import dev.retort.cli.base.Invocation;
import dev.retort.cli.term.Streams;
import dev.retort.engine.CrashFile;
import dev.retort.engine.Surroundings;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** The command line, from arguments to exit code. Prints to its streams and ends no process. */
public final class Cli {
  private final Surroundings surroundings;
  private final Streams streams;
  private final Optional<Desktop> desktop;

  /**
   * A command line.
   *
   * @param desktop what opens the client; absent where there is none
   */
  public Cli(Surroundings surroundings, Streams streams, Optional<Desktop> desktop) {
    this.surroundings = surroundings;
    this.streams = streams;
    this.desktop = desktop;
  }

  /** Runs one command; gives the exit code. Throws nothing. */
  public int run(String... arguments) {
    Failures failures = new Failures(new CrashReport(CrashFile.of(surroundings)));
    try (Invocation invocation = new Invocation(surroundings, streams)) {
      int code = run(invocation, failures, arguments);
      streams.out().flush();
      streams.err().flush();
      return code;
    }
  }

  private int run(Invocation invocation, Failures failures, String... arguments) {
    boolean json = Failures.wantsJson(arguments);
    CommandLine commands = CommandTree.of(invocation, desktop, List.of(arguments));
    commands.setParameterExceptionHandler((e, all) -> failures.report(e, invocation.output(json)));
    commands.setExecutionExceptionHandler(
        (e, command, parsed) -> failures.report(e, invocation.output(json)));
    try {
      return commands.execute(arguments);
    } catch (Error | RuntimeException e) {
      return failures.report(e, invocation.output(json));
    }
  }
}
