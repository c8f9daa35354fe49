package dev.retort.postgres.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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

  /**
   * The processes whose title begins so. A title is what a program has put in its command line's
   * place, which {@link ProcessHandle} does not tell.
   */
  static List<ProcessHandle> titled(String title) {
    return Files.isDirectory(Path.of("/proc/self"))
        ? ProcessHandle.allProcesses()
            .filter(process -> titleInProc(process.pid()).startsWith(title))
            .toList()
        : titledByPs(title);
  }

  private static String titleInProc(long pid) {
    try {
      return Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"), ISO_8859_1);
    } catch (IOException e) {
      // It has ended, or is another user's.
      return "";
    }
  }

  private static List<ProcessHandle> titledByPs(String title) {
    return Command.run(Path.of("/"), List.of("ps", "-axo", "pid=,command="))
        .output()
        .lines()
        .map(String::strip)
        .filter(line -> line.replaceFirst("^\\d+\\s+", "").startsWith(title))
        .flatMap(line -> ProcessHandle.of(Long.parseLong(line.split("\\s", 2)[0])).stream())
        .toList();
  }
}
