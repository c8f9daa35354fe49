package dev.retort.cli.base;

import dev.retort.problem.RetortException;

/** Options that do not go together, or words that mean nothing. */
public final class UsageException extends RetortException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, and what would be right. */
  public UsageException(String message, String hint) {
    super(Kind.INPUT, "usage", message, hint);
  }
}
