package dev.retort.ui.session;

import dev.retort.ui.task.Background;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * Tries again by itself while a database is out of reach, ever more rarely, and counts the seconds
 * to the next attempt. What only a person can put right, a password above all, is never tried again
 * by itself. Toolkit's thread.
 */
public final class Recovery {
  /** Seconds to wait; the last one from then on. */
  private static final List<Integer> PAUSES = List.of(2, 4, 8, 15, 30, 60);

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Background background;
  private final Runnable again;
  private final ReadOnlyIntegerWrapper seconds = new ReadOnlyIntegerWrapper(0);
  private Background.Later tick = () -> {};
  private int failures;

  Recovery(Background background, Runnable again) {
    this.background = background;
    this.again = again;
  }

  /** An attempt failed. */
  void failed(Trouble trouble) {
    tick.callOff();
    if (!trouble.mayPass()) {
      seconds.set(0);
      return;
    }
    seconds.set(PAUSES.get(Math.min(failures, PAUSES.size() - 1)));
    failures++;
    tick = background.later(SECOND, this::tick);
  }

  /** Somebody tries at this moment. */
  void trying() {
    tick.callOff();
    seconds.set(0);
  }

  /** It went well, or something else is wanted now. */
  void over() {
    trying();
    failures = 0;
  }

  private void tick() {
    seconds.set(seconds.get() - 1);
    if (seconds.get() > 0) {
      tick = background.later(SECOND, this::tick);
    } else {
      again.run();
    }
  }

  /** Seconds to the next attempt; 0 if there is none to wait for. */
  public ReadOnlyIntegerProperty secondsProperty() {
    return seconds.getReadOnlyProperty();
  }
}
