package dev.retort.cli;

import dev.retort.cli.term.ErrorReport;
import dev.retort.profile.Redaction;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Keeps the traces of errors in Retort itself out of the terminal and in a file. */
final class CrashFile {
  private final Path folder;
  private final InstantSource clock;

  /** Crash files in a folder, which is made when needed. */
  CrashFile(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Writes the trace down and says so in a line. */
  ErrorReport report(Throwable failure) {
    String what = failure.getClass().getSimpleName();
    String message = "Retort met an error of its own (" + what + ").";
    try {
      Path file = write(failure);
      return new ErrorReport(
          "internal",
          message,
          "The details are in " + file + "; please report them.",
          Map.of("crash_file", file.toString()),
          List.of());
    } catch (IOException e) {
      return ErrorReport.of(
          "internal",
          message,
          "The details could not be written to " + folder + ": " + e.getMessage() + ".");
    }
  }

  private Path write(Throwable failure) throws IOException {
    Instant now = clock.instant();
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    Files.createDirectories(folder);
    Path file = folder.resolve("crash-" + now.toString().replace(':', '-') + ".txt");
    String text =
        "Retort, Java "
            + Runtime.version()
            + ", "
            + System.getProperty("os.name")
            + ", "
            + now
            + "\n\n"
            + trace;
    return Files.writeString(file, Redaction.of(text));
  }
}
