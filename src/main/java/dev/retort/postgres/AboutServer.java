package dev.retort.postgres;

import dev.retort.execute.state.ServerInfo;
import java.time.Duration;

/** What a session's first message asks the server of itself. */
final class AboutServer {
  /** One row, closed by a semicolon. */
  static final String SQL =
      """
      SELECT current_setting('server_version'), current_setting('server_version_num'),
             current_database(), current_user, current_setting('is_superuser') = 'on',
             pg_is_in_recovery(), current_setting('transaction_read_only') = 'on',
             pg_backend_pid(),
             (SELECT extract(epoch FROM s.backend_start)::text
                FROM pg_catalog.pg_stat_get_activity(pg_catalog.pg_backend_pid()) AS s);
      """;

  private AboutServer() {}

  /** Reads that row. */
  static ServerInfo read(Rows rows, Duration latency) {
    return new ServerInfo(
        rows.get(0, 0).orElse(""),
        rows.get(0, 1).map(Integer::parseInt).orElse(0),
        rows.get(0, 2).orElse(""),
        rows.get(0, 3).orElse(""),
        rows.is(0, 4),
        rows.is(0, 5),
        rows.is(0, 6),
        rows.get(0, 7).map(Integer::parseInt).orElse(0),
        latency,
        rows.get(0, 8).orElse(""));
  }
}
