package dev.retort.engine.git;

import dev.retort.problem.RetortException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A repository is there and cannot be read. Nothing but the files' history is missing then. */
public final class GitException extends RetortException {
  private static final long serialVersionUID = 1L;

  GitException(Path folder, Exception cause) {
    super(
        Kind.FAILED,
        "git-unreadable",
        "The Git repository of " + folder + " cannot be read: " + cause.getMessage() + ".",
        "Try git status there. Everything but authors and dates of the files works without it.",
        Map.of("folder", folder.toString()),
        List.of(),
        cause);
  }
}
