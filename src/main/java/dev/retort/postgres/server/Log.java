package dev.retort.postgres.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the server and its tools said before they failed. */
final class Log {
  private static final int LINES = 4;

  private Log() {}

  /** The end of a log file, on one line. */
  static String lastWords(Path file) {
    try {
      return lastWords(Files.readString(file));
    } catch (IOException e) {
      return "nothing was logged in " + file;
    }
  }

  /** The last lines of a text that say something, on one line. */
  static String lastWords(String text) {
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return lines.isEmpty()
        ? "nothing was said"
        : String.join(" / ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
  }
}
