package dev.retort.cli.base;

import dev.retort.execute.Cancellation;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and a polite kill while a run is under way: asks the run to stop, and keeps the process
 * alive until it has said how it left the database.
 */
final class Interrupts implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Cancellation cancellation = new Cancellation();
  private final CountDownLatch said = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "retort-interrupt");

  Interrupts() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  Cancellation cancellation() {
    return cancellation;
  }

  private void stop() {
    cancellation.cancel();
    try {
      // What it says, it says itself: after this time the process ends either way.
      boolean inTime = said.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      assert inTime || said.getCount() == 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything is said; the process may end. */
  @Override
  public void close() {
    said.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already: that is what the hook was for.
    }
  }
}
