package dev.retort.plan;

import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;
import java.util.List;
import java.util.Map;

/**
 * A section cannot be made into statements that may be run; says where, and which mark would allow
 * it.
 */
public final class UnplannableException extends RetortException {
  private static final long serialVersionUID = 1L;

  UnplannableException(String code, List<Problem> problems) {
    super(
        Kind.INPUT,
        code,
        problems.getFirst().message(),
        problems.getFirst().hint(),
        Map.of(),
        problems,
        null);
  }
}
