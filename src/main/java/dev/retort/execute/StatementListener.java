package dev.retort.execute;

import dev.retort.execute.state.SessionInfo;
import java.time.Duration;
import java.util.List;

/**
 * Hears what happens while a statement runs. Called by one thread at a time: the one that runs it,
 * or another while that waits for the server.
 */
public interface StatementListener {

  /** The server sent a notice or a warning. */
  void notice(String severity, String message);

  /** The statement waits for locks that others hold; told when those others change. */
  void blocked(List<SessionInfo> by, Duration waited);

  /** Hears nothing. */
  static StatementListener none() {
    return new StatementListener() {
      @Override
      public void notice(String severity, String message) {}

      @Override
      public void blocked(List<SessionInfo> by, Duration waited) {}
    };
  }
}
