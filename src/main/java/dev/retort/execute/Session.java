package dev.retort.execute;

import dev.retort.execute.failure.ConnectionLostException;
import dev.retort.execute.failure.ServerErrorException;
import dev.retort.execute.state.PeerState;
import dev.retort.execute.state.ServerInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One connection to a database, for one thread at a time. A cancellation it was opened with makes
 * the server cancel what is under way, which then ends with SQLSTATE 57014.
 *
 * <p>Every method but {@link #close} may throw {@link ServerErrorException}, after which the
 * connection is still good, and {@link ConnectionLostException}, after which only {@link #close}
 * may be called.
 */
public interface Session extends AutoCloseable {

  /** What the server said of itself when the session was first used. */
  ServerInfo server();

  /** What the server said of itself, if the session was ever answered. */
  Optional<ServerInfo> knownServer();

  /** From now on statements are part of a transaction; its BEGIN travels with the next one. */
  void begin();

  /** Whether the server has a transaction open, failed or not. */
  boolean inTransaction();

  /**
   * From now on a statement may wait for others for as long as that, or for the run's lock time-out
   * again; unless the file has set a limit of its own. One round trip.
   *
   * @param longest absent for the run's own
   */
  void patience(Optional<Duration> longest);

  /**
   * Sends one statement, verbatim, and waits for its end. Rows it returns are not kept.
   *
   * @param listener told what the server says meanwhile
   * @return rows affected or returned, -1 where the server says nothing
   */
  long execute(String sql, StatementListener listener);

  /**
   * Sends several statements, each verbatim and in a message of its own, none of them waiting for
   * the answer to the one before, and waits for the end of all. Only inside a transaction, in which
   * nothing behind a statement that fails has any effect.
   *
   * @param sql few and short enough that the server need not be read from while they are sent
   * @param listener told of each statement's end, in order, and of nothing behind one that fails
   */
  default void executeAhead(List<String> sql, AheadListener listener) {
    for (String one : sql) {
      long start = System.nanoTime();
      long rows = execute(one, listener);
      listener.finished(rows, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /**
   * As {@link #executeAhead}, but the statements may be kept back and travel ahead of the next
   * message, in the same round trip, so that whatever is to happen to the session next must follow
   * at once. What is said of them is told then, and an error is the next message's.
   */
  default void executeWithNext(List<String> sql, AheadListener listener) {
    executeAhead(sql, listener);
  }

  /**
   * Sends one statement, verbatim, and looks at the first column of every row it returns.
   *
   * @param listener told what the server says meanwhile
   */
  Verdict verify(String sql, StatementListener listener);

  /**
   * Ends the transaction, if one is open, leaves nothing of it, and puts the session back to how it
   * was opened. Cannot be cancelled.
   */
  void rollback();

  /**
   * Ends the transaction, if one is open, and leaves nothing of it; what the session was told
   * before it began still holds.
   */
  void undo();

  /**
   * From now on a cancellation is not heeded: the run is over, and what follows only looks at what
   * is left of it.
   */
  void heedNoMore();

  /**
   * Looks what another session of the server's is doing: one of the same role.
   *
   * @param which what that session's server said when it was first used
   */
  PeerState peer(ServerInfo which);

  /** Has the server end another session of the same role; returns before it has gone. */
  void endPeer(ServerInfo which);

  /** Closes the connection; whatever is not committed is gone. Never throws. */
  @Override
  void close();

  /**
   * What a query's rows say.
   *
   * @param rows how many there were, -1 if the statement returns none
   * @param firstBadRow 1-based number of the first row whose first column is false or null, 0 if
   *     there is none
   * @param value that column's value as text, {@code null} for null; empty if all is well
   */
  record Verdict(long rows, long firstBadRow, String value) {
    /** Whether no row has a first column that is false or null; so without any row. */
    public boolean holds() {
      return firstBadRow == 0;
    }
  }
}
