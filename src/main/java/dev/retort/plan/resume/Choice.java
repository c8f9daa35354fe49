package dev.retort.plan.resume;

/** What the user says about the statement that was under way when a run stopped. */
public enum Choice {
  /** Nothing: go on only where it is clear how. */
  PROVEN,
  /** Send it again. */
  RUN_AGAIN,
  /** It is done: go on behind it. */
  SKIP
}
