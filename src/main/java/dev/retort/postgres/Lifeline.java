package dev.retort.postgres;

import dev.retort.execute.failure.ConnectionFailedException;
import dev.retort.execute.state.PeerState;
import dev.retort.execute.state.ServerInfo;
import dev.retort.problem.RetortException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Notices that a connection is dead although nobody said so: a firewall that drops packets leaves
 * the waiting side to wait for ever. Silence proves nothing, since a statement may take hours; so
 * the server is asked, over another connection, whether it is still at it.
 *
 * <p>What is asked is cheap, but it takes up to a few seconds where the network is down.
 */
final class Lifeline {
  private static final long LONGEST_STEP_NANOS = Duration.ofSeconds(10).toNanos();
  private static final int STEPS = 6;

  /** How long a message may be on its way: as if the network passed 64 kB in a second. */
  private static final long NANOS_PER_CHARACTER = Duration.ofSeconds(1).toNanos() / (64 * 1024);

  /** Failures that say that the server is out of reach, rather than that it refuses. */
  private static final Set<String> OUT_OF_REACH =
      Set.of("connect-timeout", "unreachable", "connection-refused", "unknown-host");

  private final WatchSession watch;
  private final long patienceNanos;

  /**
   * A watch over one session.
   *
   * @param patience how long the server may be out of reach, or idle while it should be at work;
   *     zero to never look
   */
  Lifeline(WatchSession watch, Duration patience) {
    this.watch = watch;
    this.patienceNanos = patience.toNanos();
  }

  /** A watch over one message. */
  Watch over(Optional<ServerInfo> session, int characters) {
    return new Watch(session, characters * NANOS_PER_CHARACTER);
  }

  /** Looks after one message, again and again. */
  final class Watch {
    private final Optional<ServerInfo> session;
    private final long underWayNanos;
    private final long start = System.nanoTime();
    private long lastLook = start;
    private long lastReached = start;
    private long lastAtWork = start;

    private Watch(Optional<ServerInfo> session, long underWayNanos) {
      this.session = session;
      this.underWayNanos = underWayNanos;
    }

    /** Why the connection counts as lost, if it does; looks only now and then. */
    Optional<String> lost() {
      long now = System.nanoTime();
      if (patienceNanos == 0
          || now - lastLook < Math.min(patienceNanos / STEPS, LONGEST_STEP_NANOS)) {
        return Optional.empty();
      }
      Optional<String> reason = session.isPresent() ? ask(session.get()) : unanswered(now);
      lastLook = System.nanoTime();
      return reason;
    }

    /** A session that never answered cannot be found; its first message is a short one. */
    private Optional<String> unanswered(long now) {
      return now - start > patienceNanos
          ? Optional.of("the server did not answer the first message.")
          : Optional.empty();
    }

    private Optional<String> ask(ServerInfo which) {
      PeerState state;
      try {
        state = watch.look(other -> other.peer(which));
      } catch (ConnectionFailedException e) {
        return OUT_OF_REACH.contains(e.code()) ? outOfReach() : reached(PeerState.WORKING);
      } catch (RetortException e) {
        return outOfReach();
      }
      return reached(state);
    }

    private Optional<String> outOfReach() {
      Duration silent = Duration.ofNanos(System.nanoTime() - lastReached);
      return silent.toNanos() > patienceNanos
          ? Optional.of("the server was out of reach for " + silent.toSeconds() + " s.")
          : Optional.empty();
    }

    private Optional<String> reached(PeerState state) {
      lastReached = System.nanoTime();
      return switch (state) {
        case GONE -> Optional.of("the server has ended the session.");
        case WORKING -> {
          lastAtWork = lastReached;
          yield Optional.empty();
        }
        case IDLE -> {
          boolean arrived = lastReached - start > underWayNanos;
          yield arrived && lastReached - lastAtWork > patienceNanos / 2
              ? Optional.of(
                  "the network lost what was sent, or its answer; the server waits for more.")
              : Optional.empty();
        }
      };
    }
  }
}
