package dev.retort.execute.failure;

import dev.retort.problem.RetortException;
import java.util.List;
import java.util.Map;

/** A run that was not begun, for safety. Nothing was changed. */
public abstract sealed class RunRefusedException extends RetortException
    permits LockHeldException,
        PlanChangedException,
        InterruptedRunException,
        NotTransactionalException,
        PooledSessionException,
        UnfitServerException {
  private static final long serialVersionUID = 1L;

  RunRefusedException(String code, String message, String hint, Map<String, Object> details) {
    super(Kind.REFUSED, code, message, hint, details, List.of(), null);
  }
}
