package dev.retort.engine;

import dev.retort.execute.RunResult;
import java.util.List;

/**
 * A run that ended well.
 *
 * @param warnings what went wrong beside it: its end could not be noted in the log, for instance
 */
public record RunOutcome(RunResult result, List<String> warnings) {

  /** Copies the list. */
  public RunOutcome {
    warnings = List.copyOf(warnings);
  }
}
