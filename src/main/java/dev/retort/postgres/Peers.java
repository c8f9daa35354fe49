package dev.retort.postgres;

import dev.retort.execute.state.PeerState;
import dev.retort.execute.state.ServerInfo;
import java.util.Optional;

/** Looks for single sessions in {@code pg_stat_activity} (manual, chapter 27.2.3). */
final class Peers {
  private Peers() {}

  /** Looks whether a session is there, and what it does: its state, or no row. */
  static String look(ServerInfo which) {
    return "SELECT a.state FROM pg_catalog.pg_stat_activity a WHERE " + is(which);
  }

  /** Ends a session, if it is there. */
  static String end(ServerInfo which) {
    return "SELECT pg_catalog.pg_terminate_backend(a.pid) FROM pg_catalog.pg_stat_activity a WHERE "
        + is(which);
  }

  /** Processes are numbered anew in time, so the time it began tells sessions apart. */
  private static String is(ServerInfo which) {
    return "a.pid = "
        + which.processId()
        + " AND extract(epoch FROM a.backend_start)::text = '"
        + which.sessionStarted()
        + "'";
  }

  /** Reads what {@link #look} finds. Where activities are not tracked, nobody knows of idleness. */
  static PeerState read(Rows rows) {
    if (rows.size() == 0) {
      return PeerState.GONE;
    }
    Optional<String> state = rows.get(0, 0);
    return state.filter(text -> text.startsWith("idle")).isPresent()
        ? PeerState.IDLE
        : PeerState.WORKING;
  }
}
