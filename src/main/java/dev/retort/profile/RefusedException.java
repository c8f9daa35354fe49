package dev.retort.profile;

import dev.retort.problem.RetortException;
import java.util.List;

/** A guard refused; nothing was begun. */
public final class RefusedException extends RetortException {
  private static final long serialVersionUID = 1L;

  /** A refusal to be thrown. */
  public RefusedException(Verdict.Refused refused) {
    super(
        Kind.REFUSED,
        refused.code(),
        refused.message(),
        refused.hint(),
        refused.details(),
        List.of(),
        null);
  }
}
