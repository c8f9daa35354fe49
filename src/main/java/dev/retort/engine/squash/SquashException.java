package dev.retort.engine.squash;

import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;
import java.util.List;
import java.util.Map;

/** Revisions cannot be made one; nothing was changed. */
public final class SquashException extends RetortException {
  private static final long serialVersionUID = 1L;

  private SquashException(
      Kind kind, String code, String message, String hint, Map<String, Object> details) {
    super(kind, code, message, hint, details, List.of(), null);
  }

  private SquashException(List<Problem> problems) {
    super(
        Kind.INPUT,
        problems.getFirst().code(),
        "The squashed revision broke the project, so everything was put back.",
        "",
        Map.of(),
        problems,
        null);
  }

  /** The range is no such thing. */
  static SquashException input(String code, String message, String hint, Object revision) {
    return new SquashException(
        Kind.INPUT, code, message, hint, Map.of("revision", revision.toString()));
  }

  /** For safety's sake. */
  static SquashException refused(
      String code, String message, String hint, Map<String, Object> details) {
    return new SquashException(Kind.REFUSED, code, message, hint, details);
  }

  /** What was written broke the project. */
  static SquashException broken(List<Problem> problems) {
    return new SquashException(problems);
  }
}
