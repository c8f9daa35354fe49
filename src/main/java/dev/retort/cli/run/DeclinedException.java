package dev.retort.cli.run;

import dev.retort.problem.RetortException;

/** The person at the terminal was asked and did not agree. */
final class DeclinedException extends RetortException {
  private static final long serialVersionUID = 1L;

  DeclinedException() {
    super(Kind.REFUSED, "declined", "Not confirmed; nothing was run.", "");
  }
}
