package dev.retort.execute;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A request to stop, made once, by any thread, and seen by whoever does the work. Interrupting the
 * working thread counts as one.
 */
public final class Cancellation {
  private final CountDownLatch latch = new CountDownLatch(1);

  /** Asks to stop; returns at once. */
  public void cancel() {
    latch.countDown();
  }

  /** Whether anybody asked to stop. */
  public boolean requested() {
    return latch.getCount() == 0;
  }

  /**
   * Waits for a while, or until somebody asks to stop. An interrupt is a request to stop; the
   * thread's interrupt flag is kept.
   *
   * @return whether anybody asked
   */
  public boolean await(Duration pause) {
    try {
      return latch.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      cancel();
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
