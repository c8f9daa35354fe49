package dev.retort.execute;

import dev.retort.execute.VersionStore.End;
import dev.retort.execute.failure.ConnectionLostException;
import dev.retort.execute.failure.ServerErrorException;
import dev.retort.execute.failure.VersionRowException;
import dev.retort.graph.HeadChange;
import dev.retort.plan.Step;
import java.time.Duration;
import java.util.List;

/** Writes the version table for all steps of a stamp at once: there is nothing else to run. */
final class Stamp {
  private final RunContext context;
  private final Cursor cursor;
  private final StatementRunner statements;
  private final Failures failures;

  Stamp(RunContext context, Cursor cursor, StatementRunner statements, Failures failures) {
    this.context = context;
    this.cursor = cursor;
    this.statements = statements;
    this.failures = failures;
  }

  void run(List<Step> steps, boolean createTable, End end) {
    Attempts attempts = new Attempts(context, cursor);
    boolean done = false;
    while (!done) {
      done = attempt(steps, createTable, end, attempts);
    }
  }

  /** Whether it is done; false if it is to be tried again. */
  private boolean attempt(List<Step> steps, boolean createTable, End end, Attempts attempts) {
    long start = System.nanoTime();
    cursor.keepingBooks(0, 0);
    for (int step = 0; step < steps.size(); step++) {
      context.tell(new RunEvent.StepStarted(step, steps.get(step)));
    }
    boolean committing = false;
    try {
      context.checkpoint();
      context.session().begin();
      if (createTable) {
        context.versions().create();
      }
      committing = true;
      context
          .versions()
          .write(changes(steps), context.plan().headsAfter(), end, statements.listener());
    } catch (ServerErrorException e) {
      failures.rollBack(e);
      if (steps.isEmpty() || !attempts.another(e)) {
        throw failures.rolledBack(0, steps.size(), e);
      }
      if (!attempts.pause(e)) {
        throw failures.rolledBack(0, steps.size(), new StoppedException());
      }
      return false;
    } catch (VersionRowException | StoppedException e) {
      failures.rollBack(e);
      throw failures.rolledBack(0, steps.size(), e);
    } catch (ConnectionLostException e) {
      throw committing
          ? failures.lostAtCommit(0, steps.size(), e)
          : failures.lost(0, steps.size(), e);
    }
    cursor.committed(steps.size());
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    for (int step = 0; step < steps.size(); step++) {
      context.tell(new RunEvent.StepFinished(step, took, steps.get(step).headsAfter()));
    }
    return true;
  }

  private static List<HeadChange> changes(List<Step> steps) {
    return steps.stream().map(Step::headChange).toList();
  }
}
