package dev.retort.plan.resume;

import dev.retort.plan.HalfMade;
import dev.retort.plan.Interruption;
import dev.retort.plan.Step;
import dev.retort.plan.Traces;
import java.util.List;

/**
 * A step that stopped midway, with what the database shows and what can be said about it.
 *
 * @param interruption the mark
 * @param traces what the database shows of the statement's work
 */
public record Situation(Interruption interruption, Traces traces, Verdict verdict) {

  /**
   * The situation of a step whose statements are at hand.
   *
   * @param step with all statements of its section
   */
  public static Situation of(Interruption interruption, Traces traces, Step step) {
    return new Situation(interruption, traces, new Judge(interruption, traces, step).judge());
  }

  /** What the statement under way left, as far as that has to be taken away. */
  public List<HalfMade> left() {
    return switch (verdict) {
      case Verdict.Proven proven -> proven.cleanup();
      case Verdict.Unclear unclear -> unclear.cleanup();
      case Verdict.Impossible impossible -> List.of();
    };
  }

  /** The commands that lead on, in words. */
  public String wayOn() {
    return WaysOut.commands(this);
  }

  /** What is half made on the relations concerned. */
  public List<HalfMade> halfMade() {
    return traces.halfMade();
  }
}
