package dev.retort.plan.resume;

import dev.retort.plan.Direction;
import dev.retort.plan.Traces;

/** What can be done about a step that stopped midway, as commands. */
final class WaysOut {
  private static final String STAMP =
      " Or stamp the revision that the database is really at, which removes the mark: 'retort stamp"
          + " REVISION'.";

  private WaysOut() {}

  /** The user has to say what became of the statement under way. */
  static String choose(Situation situation) {
    return "Look whether statement "
        + (situation.interruption().statement() + 1)
        + " took effect, then go on: 'retort resume --run-again' sends it again, 'retort resume"
        + " --skip' goes on behind it."
        + cleanup(situation)
        + STAMP;
  }

  /** The step has to be finished before anything else. */
  static String finish(Situation situation) {
    return situation.verdict() instanceof Verdict.Unclear
        ? choose(situation)
        : "Finish it first: 'retort resume'." + cleanup(situation) + STAMP;
  }

  /** Going on is out of the question. */
  static String byHand(Traces traces) {
    return "Finish or undo the revision by hand." + cleanup(traces.halfMade().isEmpty()) + STAMP;
  }

  /** The same as a second way. */
  static String orByHand(Traces traces) {
    return " Or finish or undo the revision by hand."
        + cleanup(traces.halfMade().isEmpty())
        + STAMP;
  }

  /** All that can be done, each by its command. */
  static String commands(Situation situation) {
    String cleanup =
        situation.halfMade().isEmpty() ? "" : " 'retort cleanup' takes away what is half made;";
    String stamp = " 'retort stamp' says where the database really is.";
    return switch (situation.verdict()) {
      case Verdict.Proven proven ->
          "'retort resume' finishes it, and so does "
              + (situation.interruption().direction() == Direction.UPGRADE
                  ? "an upgrade"
                  : "a downgrade")
              + " beyond it;"
              + cleanup
              + stamp;
      case Verdict.Unclear unclear ->
          "'retort resume --run-again' sends statement "
              + (unclear.statement() + 1)
              + " again, 'retort resume --skip' goes on behind it;"
              + cleanup
              + stamp;
      case Verdict.Impossible impossible -> impossible.hint();
    };
  }

  private static String cleanup(Situation situation) {
    return cleanup(situation.halfMade().isEmpty());
  }

  private static String cleanup(boolean nothing) {
    return nothing ? "" : " Or take away what is half made: 'retort cleanup'.";
  }
}
