package dev.retort.cli.base;

import dev.retort.problem.RetortException;

/** What a process ends with; scripts rely on the numbers. */
public final class ExitCode {
  /** Done. */
  public static final int DONE = 0;

  /** A run failed, or a check found something. */
  public static final int FAILED = 1;

  /** Bad usage, files or target. */
  public static final int INPUT = 2;

  /** No connection. */
  public static final int CONNECTION = 3;

  /** Refused: a guard, a lock held, a plan that changed. */
  public static final int REFUSED = 4;

  private ExitCode() {}

  /** The code for a kind of failure. */
  public static int of(RetortException.Kind kind) {
    return switch (kind) {
      case FAILED -> FAILED;
      case INPUT -> INPUT;
      case CONNECTION -> CONNECTION;
      case REFUSED -> REFUSED;
    };
  }
}
