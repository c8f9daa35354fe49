package dev.retort.postgres;

import dev.retort.execute.failure.PooledSessionException;
import dev.retort.problem.RetortException;
import java.util.function.IntSupplier;

/**
 * Finds out whether a connection pooler keeps a session for this connection or shares it out. A
 * pooler that shares gives a session that idles to whoever asks next, so a second connection asks
 * in turn with the first: the same session for both, or another one for the first, is the proof.
 * Where no proof is found the run may begin; its lock is looked at again with each commit.
 */
final class PoolProbe {
  private static final int ROUNDS = 3;

  private final Connector connector;

  PoolProbe(Connector connector) {
    this.connector = connector;
  }

  /**
   * Looks.
   *
   * @param processId the server process that the connection was in last
   * @param again asks that connection for its server process once more
   * @throws PooledSessionException if the session is not the connection's own
   */
  void check(int processId, IntSupplier again) {
    try (PostgresSession other = PostgresSession.forLooking(connector)) {
      for (int round = 0; round < ROUNDS; round++) {
        if (other.currentProcess() == processId) {
          throw new PooledSessionException(
              "another connection was given this one's session, server process " + processId);
        }
        requireSame(processId, again.getAsInt());
      }
    } catch (PooledSessionException e) {
      throw e;
    } catch (RetortException e) {
      // A pooler that has no other session to give keeps this one; or there are no connections to
      // spare, and the run's own checks have to do.
      requireSame(processId, again.getAsInt());
    }
  }

  private static void requireSame(int before, int now) {
    if (before != now) {
      throw new PooledSessionException(
          "this connection was moved from server process " + before + " to " + now);
    }
  }
}
