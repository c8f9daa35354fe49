package dev.retort.cli;

import dev.retort.cli.term.ErrorReport;
import dev.retort.engine.CrashFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the traces of errors in Retort itself out of the terminal and in a file. */
final class CrashReport {
  private final CrashFile crashes;

  CrashReport(CrashFile crashes) {
    this.crashes = crashes;
  }

  /** Writes the trace down and says so in a line. */
  ErrorReport of(Throwable failure) {
    String what = failure.getClass().getSimpleName();
    String message = "Retort met an error of its own (" + what + ").";
    try {
      Path file = crashes.write(failure);
      return new ErrorReport(
          "internal",
          message,
          "The details are in " + file + "; please report them.",
          Map.of("crash_file", file.toString()),
          List.of(),
          Optional.empty());
    } catch (IOException e) {
      return ErrorReport.of(
          "internal",
          message,
          "The details could not be written to " + crashes.folder() + ": " + e.getMessage() + ".");
    }
  }
}
