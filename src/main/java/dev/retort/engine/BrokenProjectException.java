package dev.retort.engine;

import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A project has errors, so nothing is planned or run with it. Its code is that of its errors if all
 * are of one sort, and {@code problems} otherwise.
 */
public final class BrokenProjectException extends RetortException {
  private static final long serialVersionUID = 1L;

  /** All errors of a project at once; at least one. */
  BrokenProjectException(Path root, List<Problem> errors) {
    super(
        Kind.INPUT,
        code(errors),
        (errors.size() == 1 ? "A problem keeps" : errors.size() + " problems keep")
            + " the project in "
            + root
            + " from being used.",
        errors.size() == 1 ? "Correct it and try again." : "Correct them and try again.",
        Map.of("project", root.toString()),
        errors,
        null);
  }

  private static String code(List<Problem> errors) {
    List<String> codes = errors.stream().map(Problem::code).distinct().toList();
    return codes.size() == 1 ? codes.getFirst() : "problems";
  }
}
