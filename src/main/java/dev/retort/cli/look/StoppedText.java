package dev.retort.cli.look;

import dev.retort.cli.term.Output;
import dev.retort.plan.HalfMade;
import dev.retort.plan.resume.Situation;
import dev.retort.plan.resume.Verdict;

/** A step that stopped midway, for people: what was reached, what is half made, what to do. */
final class StoppedText {
  private StoppedText() {}

  static void print(Situation situation, Output output) {
    output.warning(
        "A run stopped midway: "
            + situation.interruption().display()
            + ". "
            + situation.interruption().known());
    for (HalfMade one : situation.halfMade()) {
      output.remark("  half made: " + one.display());
    }
    output.remark("  " + output.paths().in(situation.verdict().words()));
    output.remark("  " + wayOn(situation));
  }

  private static String wayOn(Situation situation) {
    String cleanup =
        situation.halfMade().isEmpty() ? "" : " 'retort cleanup' takes away what is half made;";
    return switch (situation.verdict()) {
      case Verdict.Proven proven ->
          "'retort resume' finishes it, and so does "
              + (situation.interruption().direction() == dev.retort.plan.Direction.UPGRADE
                  ? "an upgrade"
                  : "a downgrade")
              + " beyond it;"
              + cleanup
              + " 'retort stamp' says where the database really is.";
      case Verdict.Unclear unclear ->
          "'retort resume --run-again' sends statement "
              + (unclear.statement() + 1)
              + " again, 'retort resume --skip' goes on behind it;"
              + cleanup
              + " 'retort stamp' says where the database really is.";
      case Verdict.Impossible impossible -> output(impossible);
    };
  }

  private static String output(Verdict.Impossible impossible) {
    return impossible.hint();
  }
}
