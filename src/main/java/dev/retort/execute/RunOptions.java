package dev.retort.execute;

import java.time.Duration;

/**
 * How a run behaves.
 *
 * @param lockTimeout PostgreSQL's {@code lock_timeout} for every statement; never zero
 * @param statementTimeout PostgreSQL's {@code statement_timeout}; zero for none
 * @param lockWait how long to wait for another run to end before refusing
 * @param lockRetries how often a step that met a lock time-out is tried again, with back-off
 * @param scope what one transaction spans
 */
public record RunOptions(
    Duration lockTimeout,
    Duration statementTimeout,
    Duration lockWait,
    int lockRetries,
    Scope scope) {

  /** Refuses waits without end, and negative ones. */
  public RunOptions {
    if (!lockTimeout.isPositive()) {
      throw new IllegalArgumentException("the lock time-out must be more than nothing");
    }
    if (statementTimeout.isNegative() || lockWait.isNegative() || lockRetries < 0) {
      throw new IllegalArgumentException("a time-out or a count must not be negative");
    }
  }

  /** What one transaction spans. */
  public enum Scope {
    PER_REVISION,
    /** All steps or none; refused where a step is not transactional. */
    WHOLE_RUN
  }

  /**
   * Five seconds of lock time-out, no statement time-out, a minute's wait, no retries, a
   * transaction a revision.
   */
  public static RunOptions defaults() {
    return new RunOptions(
        Duration.ofSeconds(5), Duration.ZERO, Duration.ofMinutes(1), 0, Scope.PER_REVISION);
  }
}
