package dev.retort.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine that everything runs on, in words. */
final class Machine {
  private Machine() {}

  static String describe() throws IOException {
    return Runtime.getRuntime().availableProcessors()
        + " processors ("
        + field("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch"))
        + "), "
        + field("/proc/meminfo", "MemTotal").map(Machine::gigabytes).orElse("")
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.version");
  }

  private static String gigabytes(String kilobytes) {
    return Math.round(Long.parseLong(kilobytes.replaceAll("\\D", "")) / 1048576.0) + " GB, ";
  }

  private static Optional<String> field(String file, String name) throws IOException {
    Path path = Path.of(file);
    if (!Files.isReadable(path)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(path)) {
      return lines
          .filter(line -> line.startsWith(name))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip());
    }
  }
}
