package dev.retort.postgres;

import dev.retort.execute.Cancellation;
import dev.retort.execute.failure.RunCancelledException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.postgresql.jdbc.PgConnection;

/** Waits for a connection to come about, or for somebody to lose patience. */
final class Opening {
  private static final long TICK_MILLIS = 10;

  private Opening() {}

  static PgConnection await(Supplier<PgConnection> connect, Cancellation cancellation) {
    CompletableFuture<PgConnection> opening =
        CompletableFuture.supplyAsync(connect, task -> thread().start(task));
    while (true) {
      try {
        return opening.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        // Not yet; is it still wanted?
      } catch (InterruptedException e) {
        cancellation.cancel();
        Thread.currentThread().interrupt();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException failure
            ? failure
            : new CompletionException(e.getCause());
      }
      if (cancellation.requested()) {
        thread().start(() -> closeUnused(opening));
        throw RunCancelledException.notBegun();
      }
    }
  }

  /** Of the system's: the machinery of virtual ones takes longer to start. */
  private static Thread.Builder thread() {
    return Thread.ofPlatform().daemon().name("opening");
  }

  /** The driver cannot be interrupted: what it brings in the end is sent away again. */
  private static void closeUnused(CompletableFuture<PgConnection> opening) {
    try {
      opening.join().close();
    } catch (SQLException | CompletionException e) {
      // Nobody is waiting for it any more, and nothing was done with it.
    }
  }
}
