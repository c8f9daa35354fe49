package dev.retort.plan.resume;

import dev.retort.plan.HalfMade;
import dev.retort.plan.Interruption;
import dev.retort.plan.Traces;
import java.util.List;

/**
 * A step that stopped midway, with what the database shows and what can be said about it.
 *
 * @param interruption the mark
 * @param traces what the database shows of the statement's work
 */
public record Situation(Interruption interruption, Traces traces, Verdict verdict) {

  /** What is half made on the relations concerned. */
  public List<HalfMade> halfMade() {
    return traces.halfMade();
  }
}
