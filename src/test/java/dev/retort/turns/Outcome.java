package dev.retort.turns;

/**
 * How a move ended.
 *
 * @param message what was said of it
 */
record Outcome(Ending ending, String message) {

  /** The three ways to end. */
  enum Ending {
    DONE,
    /** Said no, for a reason given, and changed nothing. */
    REFUSED,
    /** Ended by an error nobody foresaw: a traceback. */
    CRASHED
  }

  boolean done() {
    return ending == Ending.DONE;
  }

  @Override
  public String toString() {
    return message.isEmpty() ? ending.name() : ending + " (" + message.strip() + ")";
  }
}
