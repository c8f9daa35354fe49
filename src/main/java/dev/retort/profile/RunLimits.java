package dev.retort.profile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a run may wait and how often it tries again, as far as a file says.
 *
 * @param lockTimeout how long a statement waits for a lock; longer than zero
 * @param statementTimeout how long a statement may take; zero for as long as it needs
 * @param lockWait how long to wait for another run to end
 * @param lockRetries how often a step that met a lock is tried again
 * @param longestPause the longest pause before another attempt
 * @param networkTimeout how long the server may be out of reach; zero for no limit
 */
public record RunLimits(
    Optional<Duration> lockTimeout,
    Optional<Duration> statementTimeout,
    Optional<Duration> lockWait,
    Optional<Integer> lockRetries,
    Optional<Duration> longestPause,
    Optional<Duration> networkTimeout) {

  /** The names that files give them. */
  public static final List<String> KEYS =
      List.of(
          "lock-timeout",
          "statement-timeout",
          "lock-wait",
          "lock-retries",
          "lock-retry-pause",
          "network-timeout");

  /** Says nothing. */
  public static final RunLimits NONE =
      new RunLimits(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** These, and where they say nothing the others. */
  public RunLimits or(RunLimits others) {
    return new RunLimits(
        lockTimeout.or(others::lockTimeout),
        statementTimeout.or(others::statementTimeout),
        lockWait.or(others::lockWait),
        lockRetries.or(others::lockRetries),
        longestPause.or(others::longestPause),
        networkTimeout.or(others::networkTimeout));
  }
}
