package dev.retort.engine.author;

import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file could not be written as asked; nothing is left of the attempt. */
public final class AuthoringException extends RetortException {
  private static final long serialVersionUID = 1L;

  /** What stands in the way, and what to do. */
  AuthoringException(String code, String message, String hint) {
    super(Kind.INPUT, code, message, hint);
  }

  /** With the objects concerned. */
  AuthoringException(String code, String message, String hint, Map<String, Object> details) {
    super(Kind.INPUT, code, message, hint, details, List.of(), null);
  }

  /** For safety's sake. */
  static AuthoringException refused(
      String code, String message, String hint, Map<String, Object> details) {
    return new AuthoringException(Kind.REFUSED, code, message, hint, details, List.of(), null);
  }

  /** What was written broke the project, and was taken back. */
  static AuthoringException takenBack(List<Problem> problems) {
    return new AuthoringException(
        Kind.INPUT,
        problems.getFirst().code(),
        "What was written broke the project, so it was taken back.",
        "",
        Map.of(),
        problems,
        null);
  }

  private AuthoringException(
      Kind kind,
      String code,
      String message,
      String hint,
      Map<String, Object> details,
      List<Problem> problems,
      @Nullable Throwable cause) {
    super(kind, code, message, hint, details, problems, cause);
  }
}
