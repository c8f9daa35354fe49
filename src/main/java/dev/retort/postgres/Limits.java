package dev.retort.postgres;

import dev.retort.execute.RunOptions;
import java.time.Duration;

/**
 * The time-outs of a session.
 *
 * @param lock {@code lock_timeout}; never zero
 * @param statement {@code statement_timeout}; zero for none
 */
record Limits(Duration lock, Duration statement) {
  private static final Limits LOOKING = new Limits(Duration.ofSeconds(5), Duration.ofMinutes(1));

  static Limits of(RunOptions options) {
    return new Limits(options.lockTimeout(), options.statementTimeout());
  }

  /** For sessions that only read the catalog and the version table. */
  static Limits forLooking() {
    return LOOKING;
  }

  /**
   * The statements that set them, each closed by a semicolon; and the one setting that decides how
   * a text splits into statements, so that a role or database with another default does not read it
   * otherwise than it was reviewed.
   */
  String sql() {
    return "SET standard_conforming_strings = on;\nSET lock_timeout = "
        + Math.max(1, millis(lock))
        + ";\nSET statement_timeout = "
        + millis(statement)
        + ";\n";
  }

  /** The server counts milliseconds in 32 bits; what is a little more than nothing is not none. */
  private static long millis(Duration duration) {
    return duration.isZero() ? 0 : Math.clamp(duration.toMillis(), 1, Integer.MAX_VALUE);
  }
}
