package dev.retort.cli.term;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells whether a stream of this process is a terminal. */
final class Terminals {
  private Terminals() {}

  /**
   * Whether a file descriptor is a terminal. Java knows of input and output together alone, so the
   * link that Linux has for each is asked first.
   *
   * @param descriptor 0 to 2
   */
  static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    if (Files.isSymbolicLink(link)) {
      try {
        String leadsTo = Files.readSymbolicLink(link).toString();
        return leadsTo.startsWith("/dev/pts/") || leadsTo.startsWith("/dev/tty");
      } catch (IOException e) {
        return false;
      }
    }
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }
}
