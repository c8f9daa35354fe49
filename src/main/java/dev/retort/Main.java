package dev.retort;

import dev.retort.cli.Cli;
import dev.retort.cli.term.Streams;
import dev.retort.engine.Surroundings;
import java.util.Optional;

/** Picks the command line or the desktop client from the arguments; nothing else. */
public final class Main {
  private Main() {}

  /** Starts Retort. */
  public static void main(String[] args) {
    Cli cli = new Cli(Surroundings.ofProcess(), Streams.ofProcess(), Optional.empty());
    System.exit(cli.run(args));
  }
}
