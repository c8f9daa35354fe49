package dev.retort.cli.look;

import dev.retort.cli.term.Output;
import dev.retort.plan.HalfMade;
import dev.retort.plan.resume.Situation;

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
    output.remark("  " + situation.wayOn());
  }
}
