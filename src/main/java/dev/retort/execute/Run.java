package dev.retort.execute;

import dev.retort.execute.VersionStore.End;
import dev.retort.execute.failure.ConnectionLostException;
import dev.retort.execute.failure.InterruptedRunException;
import dev.retort.execute.failure.PlanChangedException;
import dev.retort.execute.failure.RunFailedException;
import dev.retort.execute.failure.ServerErrorException;
import dev.retort.execute.state.VersionRows;
import dev.retort.plan.Command;
import dev.retort.plan.Interruption;
import dev.retort.plan.Plan;
import dev.retort.plan.Resumption;
import dev.retort.plan.Step;
import dev.retort.revision.RevisionId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** One run, from the lock to the last step. */
final class Run {
  private final RunContext context;
  private final InstantSource clock;
  private final Optional<String> who;
  private final Cursor cursor;
  private final StatementRunner statements;
  private final Failures failures;

  private boolean tableMissing;

  Run(RunContext context, Doubt doubt, InstantSource clock, Optional<String> who) {
    this.context = context;
    this.clock = clock;
    this.who = who;
    this.cursor =
        new Cursor(
            context.plan().steps(), context.plan().headsBefore(), context.plan().resumption());
    this.statements = new StatementRunner(context, cursor);
    this.failures = new Failures(context, cursor, doubt);
  }

  void go() {
    Duration waited = begin();
    boolean lost = false;
    try {
      check(context.versions().read());
      context.tell(new RunEvent.LockTaken(waited));
      runSteps();
    } catch (RunFailedException e) {
      lost = e.getCause() instanceof ConnectionLostException;
      throw e;
    } catch (ConnectionLostException | StoppedException e) {
      lost = e instanceof ConnectionLostException;
      throw failures.notBegun(e);
    } catch (ServerErrorException e) {
      throw failures.isCancellation(e) ? failures.notBegun(e) : e;
    } finally {
      if (!Executor.unlock(context.versions()) && !lost) {
        failures.letGo();
      }
    }
  }

  RunResult finish(Duration took) {
    context.tell(new RunEvent.RunFinished(took, cursor.committedHeads()));
    return new RunResult(
        cursor.committedSteps(), cursor.statementsRun(), took, cursor.committedHeads());
  }

  private Duration begin() {
    try {
      Duration waited =
          new LockWait(
                  context.versions(),
                  context.options().lockWait(),
                  context.listener(),
                  context.cancellation())
              .take();
      Fitness.check(context.session().server());
      return waited;
    } catch (ConnectionLostException | StoppedException e) {
      throw failures.notBegun(e);
    } catch (ServerErrorException e) {
      throw failures.isCancellation(e) ? failures.notBegun(e) : e;
    }
  }

  /** Safety rule 1: what was reviewed is what runs, from where it was reviewed. */
  private void check(VersionRows rows) {
    Plan plan = context.plan();
    if (plan.command() != Command.STAMP && plan.command() != Command.CLEANUP) {
      checkMark(plan.resumption(), rows.interruption());
    }
    if (!new HashSet<>(rows.heads()).equals(new HashSet<RevisionId>(plan.headsBefore()))) {
      throw PlanChangedException.heads(plan.headsBefore(), rows.heads());
    }
    tableMissing = !rows.exists();
  }

  /** What is gone on with must be what the plan was made from, the database's traces included. */
  private void checkMark(Optional<Resumption> from, Optional<Interruption> found) {
    if (from.isEmpty()) {
      if (found.isPresent()) {
        throw new InterruptedRunException(found.get());
      }
      return;
    }
    Interruption mark = from.get().interruption();
    if (!found.equals(Optional.of(mark))
        || !context.versions().traces(mark.sql().orElse("")).equals(from.get().traces())) {
      throw PlanChangedException.mark(Optional.of(mark), found.isPresent());
    }
  }

  private void runSteps() {
    List<Step> steps = context.plan().steps();
    if (context.plan().command() == Command.CLEANUP) {
      for (int step = 0; step < steps.size(); step++) {
        new Cleanup(context, cursor, statements, failures).run(step);
      }
    } else if (context.plan().command() == Command.STAMP) {
      stamp(steps);
    } else if (steps.isEmpty()) {
      createTable();
    } else if (context.options().scope() == RunOptions.Scope.WHOLE_RUN) {
      transactional(0, steps.size());
    } else {
      for (int step = 0; step < steps.size(); step++) {
        runStep(step, steps.get(step));
      }
    }
  }

  private void runStep(int index, Step step) {
    boolean resumed = index == 0 && context.plan().resumption().isPresent();
    if (!resumed && (step.transactional() || step.statements().isEmpty())) {
      transactional(index, index + 1);
    } else {
      new AutocommitStep(context, cursor, statements, failures)
          .run(index, clock.instant(), who, tableMissing);
      tableMissing = false;
    }
  }

  private void transactional(int from, int to) {
    new TransactionalSteps(context, cursor, statements, failures).run(from, to, tableMissing);
    tableMissing = false;
  }

  /** Alembic makes the table in every command that writes and sees no rows. */
  private void createTable() {
    if (tableMissing) {
      context.versions().create();
    }
  }

  /**
   * A stamp is one transaction and, its table made, one round trip. It is also how a user says that
   * a step that did not end is dealt with, so it removes that mark.
   */
  private void stamp(List<Step> steps) {
    boolean marked = context.versions().interruption().isPresent();
    if (steps.isEmpty() && !marked) {
      createTable();
      return;
    }
    new Stamp(context, cursor, statements, failures)
        .run(steps, tableMissing, marked ? End.CLEAR_AND_COMMIT : End.COMMIT);
  }
}
