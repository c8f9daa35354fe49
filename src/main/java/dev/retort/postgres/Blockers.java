package dev.retort.postgres;

import dev.retort.execute.state.SessionInfo;
import dev.retort.problem.RetortException;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks who a session waits for. It only helps to explain: where it cannot look, nobody is known to
 * stand in the way.
 */
final class Blockers {
  private final WatchSession watch;
  private boolean unavailable;

  Blockers(WatchSession watch) {
    this.watch = watch;
  }

  /** The sessions that a server process waits for right now. */
  List<SessionInfo> of(int processId) {
    if (unavailable) {
      return List.of();
    }
    try {
      return watch.look(session -> look(session, processId));
    } catch (RetortException e) {
      // No connection to spare, or the server is going down: the statement itself will tell.
      unavailable = true;
      return List.of();
    }
  }

  private static List<SessionInfo> look(PostgresSession session, int processId) {
    Rows rows =
        session
            .script(
                "SELECT "
                    + Activity.COLUMNS
                    + " FROM unnest(pg_blocking_pids("
                    + processId
                    + ")) AS b(pid) JOIN pg_stat_activity a ON a.pid = b.pid ORDER BY a.pid")
            .getLast();
    List<SessionInfo> blockers = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      blockers.add(Activity.session(rows, row, 0));
    }
    return blockers;
  }
}
