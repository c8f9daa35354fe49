package dev.retort.execute;

import dev.retort.execute.VersionStore.End;
import dev.retort.execute.failure.ConnectionLostException;
import dev.retort.execute.failure.ServerErrorException;
import dev.retort.execute.failure.VersionRowException;
import dev.retort.plan.PlannedStatement;
import dev.retort.plan.Step;
import java.time.Duration;
import java.util.List;

/**
 * Runs steps as one transaction, their version-table changes included: one step, or the whole run.
 * Ones that met a lock time-out or a deadlock changed nothing and may be tried again.
 */
final class TransactionalSteps {
  private final RunContext context;
  private final Cursor cursor;
  private final StatementRunner statements;
  private final Failures failures;

  /** Set once the transaction's last message, the one with the COMMIT, may be on its way. */
  private boolean committing;

  TransactionalSteps(
      RunContext context, Cursor cursor, StatementRunner statements, Failures failures) {
    this.context = context;
    this.cursor = cursor;
    this.statements = statements;
    this.failures = failures;
  }

  /**
   * Runs the steps from one to another, exclusive.
   *
   * @param createTable whether the version table is made first, in the same transaction
   */
  void run(int from, int to, boolean createTable) {
    Attempts attempts = new Attempts(context, cursor);
    boolean done = false;
    while (!done) {
      done = attempt(from, to, createTable, attempts);
    }
    cursor.committed(to);
  }

  /** Whether it is done; false if it is to be tried again. */
  private boolean attempt(int from, int to, boolean createTable, Attempts attempts) {
    committing = false;
    cursor.undone();
    cursor.keepingBooks(from, 0);
    try {
      context.checkpoint();
      context.session().begin();
      if (createTable) {
        context.versions().create();
      }
      for (int step = from; step < to; step++) {
        runStep(step, step == to - 1);
      }
      return true;
    } catch (ServerErrorException e) {
      failures.rollBack(e);
      if (e.code().equals(VersionStore.NOT_PREPARED)) {
        return false;
      }
      if (!attempts.another(e)) {
        throw failures.rolledBack(from, to, e);
      }
      if (!attempts.pause(e)) {
        throw failures.rolledBack(from, to, new StoppedException());
      }
      return false;
    } catch (VersionRowException | StepFailedException | StoppedException e) {
      failures.rollBack(e);
      throw failures.rolledBack(from, to, e);
    } catch (ConnectionLostException e) {
      throw committing ? failures.lostAtCommit(from, to, e) : failures.lost(from, to, e);
    }
  }

  private void runStep(int index, boolean last) {
    long start = System.nanoTime();
    cursor.keepingBooks(index, 0);
    Step step = cursor.step();
    context.tell(new RunEvent.StepStarted(index, step));
    boolean withEnd = runStatements(index, step.statements());
    if (!withEnd) {
      cursor.keepingBooks(index, step.statements().size());
      context.checkpoint();
    }
    committing = last;
    context
        .versions()
        .write(
            List.of(step.headChange()),
            step.headsAfter(),
            last ? End.COMMIT : End.STAY,
            statements.listener());
    context.tell(
        new RunEvent.StepFinished(
            index, Duration.ofNanos(System.nanoTime() - start), step.headsAfter()));
  }

  /** Whether the last of them travel with the message that comes next, and ends the step. */
  private boolean runStatements(int index, List<PlannedStatement> all) {
    int statement = 0;
    while (statement < all.size()) {
      int end = Ahead.end(all, statement);
      cursor.at(index, statement);
      context.checkpoint();
      if (end == all.size() && Ahead.endMayFollow(all.subList(statement, end))) {
        statements.runWithEnd();
        return true;
      }
      if (end == statement + 1 && !Ahead.isPlain(all.get(statement))) {
        statements.run();
      } else {
        statements.runAhead(end);
      }
      checkStillInTransaction();
      statement = end;
    }
    return false;
  }

  /** Plans hold no transaction control; should one slip through, the step must not go on. */
  private void checkStillInTransaction() {
    if (!context.session().inTransaction()) {
      throw new StepFailedException(
          "transaction-ended",
          "the statement ended the transaction that the step runs in.",
          "Take transaction control out of the file, or mark the section as autocommit.",
          false);
    }
  }
}
