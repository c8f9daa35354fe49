package dev.retort.plan;

import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;
import java.util.List;
import java.util.Map;

/**
 * Sections cannot be made into statements that may be run; says where, and which mark would allow
 * it.
 */
public final class UnplannableException extends RetortException {
  private static final long serialVersionUID = 1L;

  private UnplannableException(List<Problem> problems) {
    super(
        Kind.INPUT,
        problems.getFirst().code(),
        problems.getFirst().message(),
        problems.getFirst().hint(),
        Map.of(),
        problems,
        null);
  }

  /** Throws if there are any. */
  static void check(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new UnplannableException(problems);
    }
  }
}
