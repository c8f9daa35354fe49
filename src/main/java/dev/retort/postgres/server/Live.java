package dev.retort.postgres.server;

import java.util.Arrays;
import java.util.Optional;

/**
 * Whether a process of which only a number is known is the one that is meant: numbers are used
 * again, so its command line must name the sandbox's folder. One that has ended and waits for its
 * parent to notice has no command line, and counts as gone.
 */
final class Live {
  private Live() {}

  static Optional<ProcessHandle> find(long pid, String... words) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(
            process -> {
              String line = process.info().commandLine().orElse("");
              return Arrays.stream(words).allMatch(line::contains);
            });
  }
}
