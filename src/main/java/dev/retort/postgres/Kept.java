package dev.retort.postgres;

import dev.retort.execute.AheadListener;
import dev.retort.execute.StatementListener;
import dev.retort.execute.state.SessionInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements that wait for the next message, to travel ahead of it.
 *
 * @param sql each a message of its own
 * @param listener told what becomes of them
 */
record Kept(List<String> sql, AheadListener listener) {

  /** Them and what follows. */
  List<String> with(String next) {
    List<String> all = new ArrayList<>(sql);
    all.add(next);
    return all;
  }

  /** Listens to them, and then has another listen to what follows. */
  AheadListener before(StatementListener next) {
    return new AheadListener() {
      private int finished;

      @Override
      public void finished(long rows, Duration took) {
        if (finished < sql.size()) {
          finished++;
          listener.finished(rows, took);
        }
      }

      @Override
      public void notice(String severity, String message) {
        current().notice(severity, message);
      }

      @Override
      public void blocked(List<SessionInfo> by, Duration waited) {
        current().blocked(by, waited);
      }

      private StatementListener current() {
        return finished < sql.size() ? listener : next;
      }
    };
  }
}
