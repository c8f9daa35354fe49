package dev.retort.execute;

import dev.retort.execute.Database.Connected;
import dev.retort.execute.LostSession.Fate;
import dev.retort.execute.failure.ConnectionFailedException;
import dev.retort.execute.failure.ConnectionLostException;
import dev.retort.execute.state.ServerInfo;
import dev.retort.execute.state.VersionRows;
import dev.retort.problem.RetortException;
import dev.retort.revision.RevisionId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Finds out, on a new connection, what became of a session whose connection broke, and of the
 * commit whose answer was lost with it. Never guesses: what it says is read once the old session
 * has gone, so that nothing sent before can still arrive.
 */
final class Doubt {
  /** How long a statement is waited for that may just be ending. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private static final Set<String> COMING_BACK = Set.of("server-starting", "connection-failed");

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
  Finding resolve(ServerInfo lost, List<RevisionId> before, List<RevisionId> after) {
    return undisturbed(
        () -> {
          try {
            return look(lost, before, after, System.nanoTime() + patience.toNanos());
          } catch (RetortException e) {
            return new Finding.Unknown(e.message());
          }
        });
  }

  private Finding look(
      ServerInfo lost, List<RevisionId> before, List<RevisionId> after, long deadline) {
    while (true) {
      try (Connected connected = connect(deadline)) {
        Fate fate =
            new LostSession(connected.session(), lost)
                .settle(patience.dividedBy(2), true, deadline);
        return fate == Fate.ENDED
            ? compare(connected.versions().read().heads(), before, after)
            : new Finding.Unknown(
                "its session, server process " + lost.processId() + ", has not ended yet.");
      } catch (ConnectionLostException e) {
        // The network that lost the first connection may lose this one as well.
        if (System.nanoTime() > deadline) {
          throw e;
        }
      }
    }
  }

  /**
   * Sees to a session that was lost with nothing committed since: has it ended, so that it holds no
   * locks for nobody, and reads what is there. A server that is out of reach is not waited for,
   * since hardly anything is in doubt; one that comes back from a crash is: it may have lost what
   * it had confirmed.
   *
   * @param working whether a statement that it still runs is to be ended as well
   * @return how it was left; absent where that could not be found out
   */
  Optional<Settled> settle(ServerInfo lost, boolean working) {
    return undisturbed(
        () -> {
          long deadline = System.nanoTime() + patience.dividedBy(2).toNanos();
          try (Connected connected = connectRecovered(deadline)) {
            Fate fate =
                new LostSession(connected.session(), lost)
                    .settle(working ? Duration.ZERO : GRACE, working, deadline);
            return Optional.of(
                switch (fate) {
                  case ENDED -> new Settled.Ended(connected.versions().read());
                  case WORKING -> new Settled.Working();
                });
          } catch (RetortException e) {
            return Optional.empty();
          }
        });
  }

  /** How a session was left. */
  sealed interface Settled {
    /** It has ended, and the version table says this. */
    record Ended(VersionRows rows) implements Settled {}

    /** It still runs a statement. */
    record Working() implements Settled {}
  }

  /** Whoever cancelled by an interrupt needs the answer just as much. */
  private static <T> T undisturbed(Supplier<T> look) {
    boolean interrupted = Thread.interrupted();
    try {
      return look.get();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A server that is about to crash, or has, closes new connections until it is back. */
  private Connected connectRecovered(long deadline) {
    while (true) {
      try {
        return database.connect(options, new Cancellation());
      } catch (ConnectionFailedException e) {
        if (!COMING_BACK.contains(e.code()) || System.nanoTime() > deadline) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
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
