package dev.retort.revision.writing;

import dev.retort.problem.RetortException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A revision file could not be written; nothing was changed. */
public final class RevisionFileException extends RetortException {
  private static final long serialVersionUID = 1L;

  /** What was asked for cannot be written. */
  RevisionFileException(String code, String message, String hint) {
    super(Kind.INPUT, code, message, hint);
  }

  /** The file system refused. */
  RevisionFileException(String code, Path file, String message, String hint, IOException cause) {
    super(Kind.INPUT, code, message, hint, Map.of("file", file.toString()), List.of(), cause);
  }
}
