package dev.retort.execute;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often, and after what pauses, a step that changed nothing is tried again.
 *
 * @param most how many times at most; 0 for never
 * @param longestPause where the pauses, each twice the one before, stop growing
 */
public record Retries(int most, Duration longestPause) {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final int MOST_DOUBLINGS = 20;

  /** Refuses negative ones. */
  public Retries {
    if (most < 0 || longestPause.isNegative()) {
      throw new IllegalArgumentException("a count or a pause must not be negative");
    }
  }

  /** Three times: whoever stands in the way is given a moment, and nobody is kept from working. */
  public static Retries usual() {
    return new Retries(3, LONGEST_PAUSE);
  }

  /** So many, after the usual pauses. */
  public static Retries of(int most) {
    return new Retries(most, LONGEST_PAUSE);
  }

  /**
   * The pause after an attempt that failed: half of it fixed, half of it up to chance, so that runs
   * that were held up together do not come back together.
   *
   * @param attempt 1 for the first that failed
   */
  Duration pause(int attempt, RandomGenerator chance) {
    Duration full = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
    long nanos = (full.compareTo(longestPause) < 0 ? full : longestPause).toNanos();
    return Duration.ofNanos(nanos / 2 + chance.nextLong(nanos / 2 + 1));
  }
}
