package dev.retort.engine;

import dev.retort.problem.RetortException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A run could not be noted in this machine's log, so it was not begun; or the log not be read. */
public final class JournalException extends RetortException {
  private static final long serialVersionUID = 1L;

  private JournalException(String message, Path file, UncheckedIOException cause) {
    super(
        Kind.INPUT,
        "log-unusable",
        message + ": " + cause.getMessage() + ".",
        "Check the folder and the space on its disk, or set RETORT_HOME to another.",
        Map.of("file", file.toString()),
        List.of(),
        cause);
  }

  static JournalException unwritable(Path file, UncheckedIOException cause) {
    return new JournalException(
        "Nothing was run, since the log of runs cannot be written", file, cause);
  }

  static JournalException unreadable(Path file, UncheckedIOException cause) {
    return new JournalException("The log of runs cannot be read", file, cause);
  }
}
