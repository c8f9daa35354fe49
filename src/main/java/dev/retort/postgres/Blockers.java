package dev.retort.postgres;

import dev.retort.execute.state.SessionInfo;
import dev.retort.problem.RetortException;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks who a session waits for, over a connection of its own that is made when first needed. It
 * only helps to explain: where it cannot look, nobody is known to stand in the way.
 */
final class Blockers implements AutoCloseable {
  private final Connector connector;
  private State state = new State.Unopened();

  private sealed interface State {
    record Unopened() implements State {}

    record Open(PostgresSession session) implements State {}

    record Unavailable() implements State {}
  }

  Blockers(Connector connector) {
    this.connector = connector;
  }

  /** The sessions that a server process waits for right now. */
  List<SessionInfo> of(int processId) {
    try {
      return switch (state) {
        case State.Unopened() -> {
          PostgresSession session = PostgresSession.forLooking(connector.open(Access.READ_ONLY));
          state = new State.Open(session);
          yield look(session, processId);
        }
        case State.Open(PostgresSession session) -> look(session, processId);
        case State.Unavailable() -> List.of();
      };
    } catch (RetortException e) {
      // No connection to spare, or the server is going down: the statement itself will tell.
      close();
      state = new State.Unavailable();
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

  @Override
  public void close() {
    if (state instanceof State.Open(PostgresSession session)) {
      session.close();
      state = new State.Unopened();
    }
  }
}
