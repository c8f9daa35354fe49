package dev.retort.postgres;

import dev.retort.execute.Cancellation;
import dev.retort.execute.failure.RunCancelledException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.postgresql.jdbc.PgConnection;

/** Waits for a connection to come about, or for somebody to lose patience. */
final class Opening {
  private static final Duration TICK = Duration.ofMillis(10);

  private Opening() {}

  static PgConnection await(Supplier<PgConnection> connect, Cancellation cancellation) {
    CompletableFuture<PgConnection> opening =
        CompletableFuture.supplyAsync(connect, task -> Thread.ofVirtual().start(task));
    while (!opening.isDone()) {
      if (cancellation.await(TICK)) {
        Thread.ofVirtual().start(() -> closeUnused(opening));
        throw RunCancelledException.notBegun();
      }
    }
    try {
      return opening.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
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
