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
  /**
   * Has the server notice within two minutes that its client has gone without a word, rather than
   * in hours; it lets go of the session's locks then.
   */
  private static final String KEEP_ALIVE =
      """
      SET tcp_keepalives_idle = 60;
      SET tcp_keepalives_interval = 10;
      SET tcp_keepalives_count = 6;
      """;

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
    return KEEP_ALIVE
        + "SET standard_conforming_strings = on;\nSET lock_timeout = "
        + millis(lock)
        + ";\nSET statement_timeout = "
        + millis(statement)
        + ";\n";
  }

  /**
   * The same for a session's first message, while it is not known yet whether the session is this
   * connection's own: settings hold beyond the message only if it is, and so never stay behind in a
   * session that a pooler shares out.
   *
   * @param processId the server process, if there is no pooler in between
   * @return one query
   */
  String sql(int processId) {
    String local = ", pg_backend_pid() <> " + processId + ")";
    return "SELECT set_config('standard_conforming_strings', 'on'"
        + local
        + ", set_config('lock_timeout', '"
        + Math.max(1, millis(lock))
        + "'"
        + local
        + ", set_config('statement_timeout', '"
        + millis(statement)
        + "'"
        + local
        + ", set_config('tcp_keepalives_idle', '60'"
        + local
        + ", set_config('tcp_keepalives_interval', '10'"
        + local
        + ", set_config('tcp_keepalives_count', '6'"
        + local
        + ";\n";
  }

  /**
   * What begins every message of a session that only looks: its statements are one read-only
   * transaction, and the time-outs end with it (manual, chapter 54.2.2.1, multiple statements in a
   * simple query). So nothing is left behind in a session that a pooler shares out.
   */
  String lookingSql() {
    return "SET TRANSACTION READ ONLY;\nSET LOCAL standard_conforming_strings = on;\n"
        + "SET LOCAL lock_timeout = "
        + Math.max(1, millis(lock))
        + ";\nSET LOCAL statement_timeout = "
        + millis(statement)
        + ";\n";
  }

  /** The server counts milliseconds in 32 bits; what is a little more than nothing is not none. */
  static long millis(Duration duration) {
    return duration.isZero() ? 0 : Math.clamp(duration.toMillis(), 1, Integer.MAX_VALUE);
  }
}
