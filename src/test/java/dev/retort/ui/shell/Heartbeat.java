package dev.retort.ui.shell;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Beats with every frame on the toolkit's thread, and remembers the longest time it could not. */
final class Heartbeat {
  private final AtomicLong last = new AtomicLong();
  private final AtomicLong longest = new AtomicLong();
  private final AtomicLong beats = new AtomicLong();
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          long nanos = System.nanoTime();
          long before = last.getAndSet(nanos);
          beats.incrementAndGet();
          if (before != 0) {
            longest.accumulateAndGet(nanos - before, Math::max);
          }
        }
      };

  void start() {
    Platform.runLater(timer::start);
  }

  /** Forgets the past. */
  void reset() {
    last.set(0);
    longest.set(0);
    beats.set(0);
  }

  /** How often it beat since it was reset. */
  long beats() {
    return beats.get();
  }

  /** The longest time between two beats. */
  Duration longest() {
    return Duration.ofNanos(longest.get());
  }

  void stop() {
    Platform.runLater(timer::stop);
  }
}
