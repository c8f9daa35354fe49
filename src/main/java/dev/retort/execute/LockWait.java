package dev.retort.execute;

import dev.retort.execute.VersionStore.LockAttempt;
import dev.retort.execute.failure.LockHeldException;
import dev.retort.execute.state.SessionInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the run's lock by asking again and again. A blocking {@code pg_advisory_lock} would hold a
 * snapshot while it waits, and {@code CREATE INDEX CONCURRENTLY} waits for every snapshot: the two
 * would wait for each other.
 */
final class LockWait {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final VersionStore versions;
  private final Duration limit;
  private final Consumer<RunEvent> listener;
  private final Cancellation cancellation;

  private @Nullable Told last;

  /** What the listener knows of the holder. */
  private record Told(Optional<Integer> process, Optional<String> query) {}

  LockWait(
      VersionStore versions,
      Duration limit,
      Consumer<RunEvent> listener,
      Cancellation cancellation) {
    this.versions = versions;
    this.limit = limit;
    this.listener = listener;
    this.cancellation = cancellation;
  }

  /** Returns how long it took, once the lock is held. */
  Duration take() {
    long start = System.nanoTime();
    Duration pause = FIRST_PAUSE;
    while (versions.tryLock() instanceof LockAttempt.Held(Optional<SessionInfo> holder)) {
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (waited.compareTo(limit) >= 0) {
        throw new LockHeldException(holder, waited);
      }
      tell(holder, waited);
      Duration left = limit.minus(waited);
      if (cancellation.await(pause.compareTo(left) < 0 ? pause : left)) {
        throw new StoppedException();
      }
      pause = longer(pause);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void tell(Optional<SessionInfo> holder, Duration waited) {
    Told now = new Told(holder.map(SessionInfo::processId), holder.flatMap(SessionInfo::query));
    if (!now.equals(last)) {
      last = now;
      listener.accept(new RunEvent.LockWaiting(holder, waited, limit));
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }
}
