package dev.retort.revision.reading;

import dev.retort.problem.Problem;
import dev.retort.revision.Script;
import java.util.List;

/**
 * The SQL that existed before the first revision.
 *
 * @param scripts in the order in which they are replayed; all are autocommit, so that a file's own
 *     transactions are honoured
 * @param problems everything wrong with the files, all of it
 */
public record Baseline(List<Script> scripts, List<Problem> problems) {

  /** Copies the lists. */
  public Baseline {
    scripts = List.copyOf(scripts);
    problems = List.copyOf(problems);
  }
}
