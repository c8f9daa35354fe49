package dev.retort.execute;

import dev.retort.execute.state.SessionInfo;
import dev.retort.plan.PlannedStatement;
import dev.retort.plan.Step;
import dev.retort.revision.RevisionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What happens during a run, in order. Steps and statements are named by their index in the plan.
 * Told on the run's own thread; a listener must not block it.
 */
public sealed interface RunEvent {

  /**
   * Another run holds the lock; told again when the holder changes, or what it is running.
   *
   * @param holder who holds it, since when, and what it is running; absent if it has just gone
   * @param limit how long it is waited for before the run is refused
   */
  record LockWaiting(Optional<SessionInfo> holder, Duration waited, Duration limit)
      implements RunEvent {

    /** The holder in words. */
    public String display() {
      return holder.map(SessionInfo::displayWithQuery).orElse("a session that has just gone");
    }
  }

  /** The lock is held, the heads are read and the plan still stands. */
  record LockTaken(Duration waited) implements RunEvent {}

  /** A step begins; told again, with its statements, when it is tried again. */
  record StepStarted(int step, Step what) implements RunEvent {}

  /** A statement is sent. */
  record StatementStarted(int step, int statement, PlannedStatement what) implements RunEvent {}

  /**
   * The statement under way waits for locks that others hold; told when those others change.
   *
   * @param statement its index; the number of statements for the step's version write and commit
   * @param by the sessions it waits for
   */
  record StatementBlocked(int step, int statement, List<SessionInfo> by, Duration waited)
      implements RunEvent {}

  /**
   * The server said something about the statement under way.
   *
   * @param statement its index; the number of statements for the step's version write and commit
   */
  record NoticeRaised(int step, int statement, String severity, String message)
      implements RunEvent {}

  /**
   * A statement is done.
   *
   * @param rows rows affected or returned, -1 where the server says nothing
   */
  record StatementFinished(int step, int statement, long rows, Duration took) implements RunEvent {}

  /**
   * A step is done, its version-table change with it (committed, unless the whole run is one
   * transaction).
   */
  record StepFinished(int step, Duration took, List<RevisionId> headsAfter) implements RunEvent {}

  /**
   * A step met a lock time-out, a deadlock or a serialization failure, changed nothing and will be
   * tried again.
   *
   * @param attempt 1 for the first that failed
   * @param attempts how many there will be at most
   * @param reason what the server said, and whom it waited for, in words
   * @param by the sessions that were last seen in the way; may be empty
   * @param pause how long from now
   */
  record StepRetrying(
      int step, int attempt, int attempts, String reason, List<SessionInfo> by, Duration pause)
      implements RunEvent {}

  /**
   * In a step outside of transactions a statement, or the transaction that its file begins there,
   * met the same, changed nothing and will be tried again; what ran before it stays.
   *
   * @param statement the index of the statement that the step goes on from; the number of
   *     statements for its version write
   * @param attempt 1 for the first that failed
   * @param attempts how many there will be at most
   * @param reason what the server said, and whom it waited for, in words
   * @param by the sessions that were last seen in the way; may be empty
   * @param pause how long from now
   */
  record StatementRetrying(
      int step,
      int statement,
      int attempt,
      int attempts,
      String reason,
      List<SessionInfo> by,
      Duration pause)
      implements RunEvent {}

  /** Everything is done. */
  record RunFinished(Duration took, List<RevisionId> heads) implements RunEvent {}
}
