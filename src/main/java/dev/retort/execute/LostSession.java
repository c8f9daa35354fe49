package dev.retort.execute;

import dev.retort.execute.state.PeerState;
import dev.retort.execute.state.ServerInfo;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A session of this run's own whose connection broke. The server may not have noticed: the session
 * then keeps its locks, and may yet be reached by what was sent before. It is found by its process
 * and the time it began.
 */
final class LostSession {
  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

  private final Session looking;
  private final ServerInfo lost;

  /** How it was left. */
  enum Fate {
    /** It has gone, or was ended: nothing of it can change any more. */
    ENDED,
    /** It still runs a statement. */
    WORKING
  }

  /**
   * A lost session.
   *
   * @param looking another one, on the same server, by the same role
   */
  LostSession(Session looking, ServerInfo lost) {
    this.looking = looking;
    this.lost = lost;
  }

  /**
   * Ends it, once it does nothing any more.
   *
   * @param grace how long it may go on with what it does; it is ended after that only if {@code
   *     force} says so
   * @param deadline in {@link System#nanoTime}; by then it must be gone
   */
  Fate settle(Duration grace, boolean force, long deadline) {
    long start = System.nanoTime();
    while (System.nanoTime() < deadline) {
      PeerState state = looking.peer(lost);
      if (state == PeerState.GONE) {
        return Fate.ENDED;
      }
      boolean patient = System.nanoTime() - start < grace.toNanos();
      if (state == PeerState.WORKING && !force && !patient) {
        return Fate.WORKING;
      }
      if (state == PeerState.IDLE || !patient) {
        looking.endPeer(lost);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return looking.peer(lost) == PeerState.GONE ? Fate.ENDED : Fate.WORKING;
  }
}
