package dev.retort.execute.failure;

import java.util.Map;

/**
 * A connection pooler gives this connection another session of the server with each transaction or
 * statement, so that no session lock can be held.
 */
public final class PooledSessionException extends RunRefusedException {
  private static final long serialVersionUID = 1L;

  /** Its code, wherever it is found out. */
  public static final String CODE = "pooled-session";

  /** What to do about it. */
  public static final String HINT =
      "Connect to PostgreSQL directly, or have the pooler keep one session for each client"
          + " (pool_mode = session in PgBouncer).";

  /**
   * A pooler that was found out.
   *
   * @param evidence what it did, a clause
   */
  public PooledSessionException(String evidence) {
    super(
        CODE,
        "A session lock can't hold through this connection pooler: "
            + evidence
            + ". Nothing was changed.",
        HINT,
        Map.of());
  }
}
