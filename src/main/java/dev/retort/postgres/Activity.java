package dev.retort.postgres;

import dev.retort.execute.state.SessionInfo;
import java.time.Instant;

/** Other sessions as {@code pg_stat_activity} shows them (manual, chapter 27.2.3). */
public final class Activity {
  /** The columns of {@code pg_stat_activity AS a} that {@link #session} reads, in its order. */
  public static final String COLUMNS =
      "a.pid, coalesce(a.usename, ''), coalesce(a.application_name, ''),"
          + " host(a.client_addr), extract(epoch FROM a.backend_start), a.query";

  /**
   * The row of {@code pg_stat_activity} for the lock {@code l}, as {@code a}: by the function that
   * the view calls for all sessions, which spares a new session half of the time of its first look.
   */
  public static final String OF_LOCK =
      "(SELECT s.pid, pg_catalog.pg_get_userbyid(s.usesysid) AS usename, s.application_name,"
          + " s.client_addr, s.backend_start, s.query"
          + " FROM pg_catalog.pg_stat_get_activity(l.pid) s) AS a";

  private static final String HIDDEN = "<insufficient privilege>";

  private Activity() {}

  /** Reads {@link #COLUMNS}, which begin at a column of a row. */
  public static SessionInfo session(Rows rows, int row, int column) {
    return new SessionInfo(
        rows.get(row, column).map(Integer::parseInt).orElse(0),
        rows.get(row, column + 1).orElse(""),
        rows.get(row, column + 2).orElse(""),
        rows.get(row, column + 3),
        rows.get(row, column + 4).map(Activity::instant),
        rows.get(row, column + 5).filter(sql -> !sql.isBlank() && !sql.equals(HIDDEN)));
  }

  private static Instant instant(String epochSeconds) {
    return Instant.ofEpochMilli((long) (Double.parseDouble(epochSeconds) * 1000));
  }
}
