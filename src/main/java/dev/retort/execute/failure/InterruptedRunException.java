package dev.retort.execute.failure;

import dev.retort.plan.Interruption;
import java.util.Map;

/** An earlier run stopped inside a step that is not transactional; what it left is still there. */
public final class InterruptedRunException extends RunRefusedException {
  private static final long serialVersionUID = 1L;

  private final transient Interruption interruption;

  /** A mark that was found when a run wanted to start. */
  public InterruptedRunException(Interruption interruption) {
    super(
        "interrupted",
        "An earlier run stopped midway: " + interruption.display() + ". " + interruption.known(),
        "Make the plan again: it then begins with what is left of that step, or says what to do"
            + " first.",
        Map.of(
            "revision", interruption.revision().value(),
            "direction", interruption.direction().word(),
            "statement", interruption.statement() + 1,
            "statements", interruption.statements(),
            "started", interruption.started().toString()));
    this.interruption = interruption;
  }

  /** Which revision and statement was reached. */
  public Interruption interruption() {
    return interruption;
  }
}
