package dev.retort.execute;

import dev.retort.execute.state.SessionInfo;
import dev.retort.execute.state.VersionRows;
import dev.retort.graph.HeadChange;
import dev.retort.plan.Interruption;
import dev.retort.plan.Traces;
import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * The version table of one database, and the lock that goes with it, over one session. The table is
 * named with its schema, found when the lock is first tried or the rows first read, so that no
 * change of the search path misleads it.
 */
public interface VersionStore {
  /**
   * The code of an error of {@link #write} that says nothing of the step: what the store had
   * prepared to write with was deallocated by it. Tried again, the step is written otherwise.
   */
  String NOT_PREPARED = "not-prepared";

  /**
   * Tries to take the session's advisory lock on the version table, without waiting. One round
   * trip; the session must not be in a transaction.
   */
  LockAttempt tryLock();

  /** Gives the lock back. */
  void unlock();

  /** Reads the table: rows, and the mark of a step that did not end. Writes nothing. */
  VersionRows read();

  /** What {@link #read} found last of a step that began and did not end, without a round trip. */
  Optional<Interruption> interruption();

  /**
   * Makes the table as Alembic would, if it was not there when last read: as part of the open
   * transaction, or of its own.
   */
  void create();

  /**
   * Ends a step: puts the session back to how it was opened, writes the rows, each write checked,
   * and goes on as told; all of it in one round trip and one transaction. Nobody else can write the
   * table from here to the end of the transaction, not even who knows nothing of the lock.
   *
   * @param after all rows that there must be then, in any order
   * @param listener told what the server says meanwhile
   * @throws dev.retort.execute.failure.VersionRowException if a write met another number of rows,
   *     or the rows that come of it are others
   */
  void write(List<HeadChange> changes, List<RevisionId> after, End end, StatementListener listener);

  /**
   * The rows and the mark as they are now, wherever the table is by now: somebody who knows nothing
   * of the lock may have written it, or made it. Writes nothing.
   */
  VersionRows lookAgain();

  /** Leaves the mark of a step outside of transactions, or moves it on, in one round trip. */
  void mark(Interruption where, Committing committing);

  /** When a mark takes effect. */
  enum Committing {
    /** At once, by a transaction of its own; none may be open. */
    ALONE,
    /** With the open transaction, which it commits. */
    AND_COMMIT,
    /** With the open transaction, which goes on. */
    LATER
  }

  /**
   * What the catalog shows of the work of a concurrent statement; nothing for any other. One round
   * trip. Writes nothing.
   */
  Traces traces(String sql);

  /** What follows a version write. */
  enum End {
    /** The transaction stays open for the next step. */
    STAY,
    /** The transaction is committed. */
    COMMIT,
    /** The mark of a step outside of transactions is removed, and the transaction committed. */
    CLEAR_AND_COMMIT
  }

  /** What became of trying to take the lock. */
  sealed interface LockAttempt {
    /** It is held by this session now. */
    record Taken() implements LockAttempt {}

    /**
     * Another session has it.
     *
     * @param holder that session; absent if it went while it was looked at
     */
    record Held(Optional<SessionInfo> holder) implements LockAttempt {}
  }
}
