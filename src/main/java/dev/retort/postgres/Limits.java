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
   * The statements that set them, each closed by a semicolon; and with them the one setting that
   * decides how a text splits into statements, so that a role or database with another default does
   * not read it otherwise than it was reviewed. Each step ends with them; the server spends less on
   * six of these than on one query.
   */
  String sql() {
    return values()
        .map(one -> "SET " + one.name() + " = " + one.value() + ";\n")
        .collect(Collectors.joining());
  }

  /**
   * The same for a session's first message, while it is not known yet whether the session is this
   * connection's own: settings hold beyond the message only if it is, and so never stay behind in a
   * session that a pooler shares out.
   *
   * @param processId the server process, if there is no pooler in between
   */
  String sql(int processId) {
    return values()
        .map(
            one ->
                "pg_catalog.set_config('%s', '%s', pg_catalog.pg_backend_pid() <> %d)"
                    .formatted(one.name(), one.value(), processId))
        .collect(Collectors.joining(", ", "SELECT ", ";\n"));
  }

  private record Setting(String name, String value) {}

  /**
   * The keep-alives have the server notice within two minutes that its client has gone without a
   * word, rather than in hours; it lets go of the session's locks then.
   */
  private Stream<Setting> values() {
    return Stream.of(
        new Setting("standard_conforming_strings", "on"),
        new Setting("lock_timeout", String.valueOf(millis(lock))),
        new Setting("statement_timeout", String.valueOf(millis(statement))),
        new Setting("tcp_keepalives_idle", "60"),
        new Setting("tcp_keepalives_interval", "10"),
        new Setting("tcp_keepalives_count", "6"));
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
