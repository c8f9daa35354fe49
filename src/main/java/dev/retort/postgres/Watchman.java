package dev.retort.postgres;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks again and again after the message that is under way on one session, while the session's own
 * thread waits for the answer. Most are answered before it looks: handing each of them from thread
 * to thread would cost a run of short statements more than the statements.
 */
final class Watchman implements AutoCloseable {
  private static final long TICK_NANOS = Duration.ofMillis(25).toNanos();

  private final Thread thread;
  private volatile @Nullable Exchange underWay;
  private volatile boolean closed;

  /** A watchman over a session, on a thread of his own until he is closed. */
  Watchman(int processId) {
    this.thread =
        Thread.ofPlatform().daemon().name("retort-watch-" + processId).start(this::goRound);
  }

  /** From now on he looks after this message; after none if absent. */
  void over(@Nullable Exchange exchange) {
    underWay = exchange;
  }

  private void goRound() {
    Exchange last = null;
    while (!closed) {
      Exchange now = underWay;
      if (now != null && now == last) {
        now.look();
      }
      last = now;
      LockSupport.parkNanos(TICK_NANOS);
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
