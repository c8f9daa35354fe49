package dev.retort.survive;

/** A Retort that runs a command, in a process of its own or in this one. */
interface Client {

  /** How many steps it has said that it begins. */
  int stepsBegun();

  /** Whether it runs no more. */
  boolean ended();

  /** Waits for its end. */
  Outcome await();

  /**
   * How it ended.
   *
   * @param exitCode 137 if it was killed
   */
  record Outcome(int exitCode, String out, String err) {}
}
