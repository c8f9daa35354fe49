package dev.retort.execute;

import java.time.Duration;

/**
 * How a run behaves.
 *
 * @param lockTimeout PostgreSQL's {@code lock_timeout} for every statement; never zero
 * @param statementTimeout PostgreSQL's {@code statement_timeout}; zero for none
 * @param lockWait how long to wait for another run to end before refusing
 * @param retries how often a transaction that met a lock time-out, a deadlock or a serialization
 *     failure is tried again
 * @param networkTimeout how long the server may be out of reach, while an answer of its is awaited,
 *     before the connection counts as lost; zero for as long as the operating system keeps it
 * @param scope what one transaction spans
 */
public record RunOptions(
    Duration lockTimeout,
    Duration statementTimeout,
    Duration lockWait,
    Retries retries,
    Duration networkTimeout,
    Scope scope) {

  private static final Duration NETWORK_TIMEOUT = Duration.ofMinutes(1);

  /** Refuses waits without end, and negative ones. */
  public RunOptions {
    if (!lockTimeout.isPositive()) {
      throw new IllegalArgumentException("the lock time-out must be more than nothing");
    }
    if (statementTimeout.isNegative() || lockWait.isNegative() || networkTimeout.isNegative()) {
      throw new IllegalArgumentException("a time-out must not be negative");
    }
  }

  /** With the usual pauses and the usual patience with the network. */
  public RunOptions(
      Duration lockTimeout,
      Duration statementTimeout,
      Duration lockWait,
      int lockRetries,
      Scope scope) {
    this(lockTimeout, statementTimeout, lockWait, Retries.of(lockRetries), NETWORK_TIMEOUT, scope);
  }

  /** The same, but for how long another run is waited for. */
  public RunOptions waiting(Duration newLockWait) {
    return new RunOptions(
        lockTimeout, statementTimeout, newLockWait, retries, networkTimeout, scope);
  }

  /** The same with what is left of the wait for another run. */
  public RunOptions havingWaited(Duration waited) {
    Duration left = lockWait.minus(waited);
    return waiting(left.isNegative() ? Duration.ZERO : left);
  }

  /** What one transaction spans. */
  public enum Scope {
    PER_REVISION,
    /** All steps or none; refused where a step is not transactional. */
    WHOLE_RUN
  }

  /**
   * Five seconds of lock time-out, no statement time-out, a minute's wait, three retries, a minute
   * without the server, a transaction a revision.
   */
  public static RunOptions defaults() {
    return new RunOptions(
        Duration.ofSeconds(5),
        Duration.ZERO,
        Duration.ofMinutes(1),
        Retries.usual(),
        NETWORK_TIMEOUT,
        Scope.PER_REVISION);
  }
}
