package dev.retort.postgres;

import dev.retort.execute.RunOptions;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
   * The statement that sets them, closed by a semicolon; and with them the one setting that decides
   * how a text splits into statements, so that a role or database with another default does not
   * read it otherwise than it was reviewed. It is one query, since each step ends with it, and what
   * the server spends on a step's end is mostly on the number of its statements.
   */
  String sql() {
    return settings("false");
  }

  /**
   * The same for a session's first message, while it is not known yet whether the session is this
   * connection's own: settings hold beyond the message only if it is, and so never stay behind in a
   * session that a pooler shares out.
   *
   * @param processId the server process, if there is no pooler in between
   */
  String sql(int processId) {
    return settings("pg_catalog.pg_backend_pid() <> " + processId);
  }

  /**
   * The keep-alives have the server notice within two minutes that its client has gone without a
   * word, rather than in hours; it lets go of the session's locks then.
   *
   * @param local a condition under which it all ends with the transaction
   */
  private String settings(String local) {
    return Stream.of(
            setting("standard_conforming_strings", "on", local),
            setting("lock_timeout", String.valueOf(millis(lock)), local),
            setting("statement_timeout", String.valueOf(millis(statement)), local),
            setting("tcp_keepalives_idle", "60", local),
            setting("tcp_keepalives_interval", "10", local),
            setting("tcp_keepalives_count", "6", local))
        .collect(Collectors.joining(", ", "SELECT ", ";\n"));
  }

  private static String setting(String name, String value, String local) {
    return "pg_catalog.set_config('" + name + "', '" + value + "', " + local + ")";
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
