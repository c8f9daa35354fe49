package dev.retort.execute;

import dev.retort.execute.Database.Connected;
import dev.retort.execute.VersionStore.LockAttempt;
import dev.retort.execute.failure.ConnectionFailedException;
import dev.retort.problem.RetortException;
import dev.retort.revision.RevisionId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Finds out what became of a commit whose answer was lost, by looking: on a new connection, once
 * the old session has ended and its lock is free. Never guesses.
 */
final class Doubt {
  private static final long PAUSE_NANOS = Duration.ofMillis(200).toNanos();

  private final Database database;
  private final RunOptions options;
  private final Duration patience;

  /**
   * One who looks.
   *
   * @param patience how long to wait for the server to answer and for the old session to end
   */
  Doubt(Database database, RunOptions options, Duration patience) {
    this.database = database;
    this.options = options;
    this.patience = patience;
  }

  /** What was found. */
  sealed interface Finding {
    /** The commit took effect. */
    record Applied() implements Finding {}

    /** It did not. */
    record NotApplied() implements Finding {}

    /** The database is somewhere else altogether. */
    record Elsewhere(List<RevisionId> heads) implements Finding {}

    /** It could not be found out. */
    record Unknown(String reason) implements Finding {}
  }

  /** Looks whether the database is where it was before the commit, or after it. */
  Finding resolve(List<RevisionId> before, List<RevisionId> after) {
    // Whoever cancelled by an interrupt needs the answer just as much.
    boolean interrupted = Thread.interrupted();
    try {
      return look(before, after, System.nanoTime() + patience.toNanos());
    } catch (RetortException e) {
      return new Finding.Unknown(e.message());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Finding look(List<RevisionId> before, List<RevisionId> after, long deadline) {
    try (Connected connected = connect(deadline)) {
      while (connected.versions().tryLock() instanceof LockAttempt.Held) {
        if (System.nanoTime() > deadline) {
          return new Finding.Unknown("the old session has not ended yet.");
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      List<RevisionId> heads = connected.versions().read().heads();
      Executor.unlock(connected.versions());
      return compare(heads, before, after);
    }
  }

  /** A server that has just crashed refuses connections while it recovers. */
  private Connected connect(long deadline) {
    while (true) {
      try {
        return database.connect(options, new Cancellation());
      } catch (ConnectionFailedException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private static Finding compare(
      List<RevisionId> heads, List<RevisionId> before, List<RevisionId> after) {
    if (new HashSet<>(heads).equals(new HashSet<>(after))) {
      return new Finding.Applied();
    }
    if (new HashSet<>(heads).equals(new HashSet<>(before))) {
      return new Finding.NotApplied();
    }
    return new Finding.Elsewhere(heads);
  }

  /** The heads that a finding tells of, if it does. */
  static Optional<List<RevisionId>> heads(
      Finding finding, List<RevisionId> before, List<RevisionId> after) {
    return switch (finding) {
      case Finding.Applied() -> Optional.of(after);
      case Finding.NotApplied() -> Optional.of(before);
      case Finding.Elsewhere(List<RevisionId> found) -> Optional.of(found);
      case Finding.Unknown(String reason) -> Optional.empty();
    };
  }
}
