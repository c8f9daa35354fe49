package dev.retort;

import dev.retort.cli.Cli;
import dev.retort.cli.Desktop;
import dev.retort.cli.term.Streams;
import dev.retort.engine.Surroundings;
import dev.retort.ui.shell.Launcher;
import java.util.Optional;

/** Picks the command line or the desktop client from the arguments; nothing else. */
public final class Main {
  private Main() {}

  /** Starts Retort. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs one command, or the client; gives the exit code. */
  static int run(String... args) {
    // A lambda, not a method reference: the toolkit's classes are not looked at before they are
    // needed.
    Desktop desktop = (retort, directory, wish) -> Launcher.open(retort, directory, wish);
    Cli cli = new Cli(Surroundings.ofProcess(), Streams.ofProcess(), Optional.of(desktop));
    return cli.run(args);
  }
}
