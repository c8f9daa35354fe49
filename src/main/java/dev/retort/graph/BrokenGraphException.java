package dev.retort.graph;

import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;
import java.util.List;
import java.util.Map;

/**
 * The revisions do not make a graph: a cycle, a missing parent, a label given twice. Carries every
 * problem there is.
 */
public final class BrokenGraphException extends RetortException {
  private static final long serialVersionUID = 1L;

  BrokenGraphException(List<Problem> problems) {
    super(
        Kind.INPUT,
        problems.getFirst().code(),
        problems.getFirst().message(),
        problems.getFirst().hint(),
        Map.of(),
        problems,
        null);
  }
}
