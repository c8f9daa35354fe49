package dev.retort.engine;

import dev.retort.plan.Command;
import dev.retort.problem.RetortException;
import java.util.List;
import java.util.Map;

/** There is nothing to go on with or to clean up: no run has stopped midway. */
public final class NothingStoppedException extends RetortException {
  private static final long serialVersionUID = 1L;

  NothingStoppedException(Command command) {
    super(
        Kind.REFUSED,
        "nothing-stopped",
        "No run has stopped midway on this database, so there is nothing to " + verb(command) + ".",
        "See where it is: retort current.",
        Map.of(),
        List.of(),
        null);
  }

  private static String verb(Command command) {
    return command == Command.CLEANUP ? "clean up" : "go on with";
  }
}
