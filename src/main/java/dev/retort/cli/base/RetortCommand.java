package dev.retort.cli.base;

import dev.retort.cli.term.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** A command: throws what goes wrong, and prints only what it was asked for. */
public abstract class RetortCommand implements Callable<Integer> {
  private final Invocation invocation;

  /** A command of a call. */
  protected RetortCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  /** The call it is part of. */
  protected final Invocation invocation() {
    return invocation;
  }

  /** The command under a name, as picocli takes it. */
  public final CommandLine named(String name) {
    Arguments arguments = new Arguments(name, this);
    declare(arguments);
    return arguments.commandLine();
  }

  /** Says what it is for and what it takes. */
  protected abstract void declare(Arguments arguments);

  @Override
  public final Integer call() {
    return run(invocation.output());
  }

  /**
   * Does its work.
   *
   * @return the process's exit code
   */
  protected abstract int run(Output output);
}
