package dev.retort.postgres;

import dev.retort.execute.Cancellation;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Sends by a thread of its own. A Unix socket is closed when the thread that waits for it is
 * interrupted, and an interrupt is a request to stop, not to lose the connection over.
 */
record Apart(Exchange.Sending sending, Optional<Cancellation> cancellation)
    implements Exchange.Sending {

  /** Returns when it is done; an interrupt cancels it. */
  @Override
  public void send() throws SQLException {
    FutureTask<Boolean> sent =
        new FutureTask<>(
            () -> {
              sending.send();
              return true;
            });
    Thread.ofPlatform().daemon().name("retort-local").start(sent);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          sent.get();
          return;
        } catch (InterruptedException e) {
          interrupted = true;
          cancellation.ifPresent(Cancellation::cancel);
        }
      }
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case SQLException refused -> throw refused;
        case RuntimeException wrong -> throw wrong;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
