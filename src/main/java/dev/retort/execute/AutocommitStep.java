package dev.retort.execute;

import dev.retort.execute.VersionStore.End;
import dev.retort.execute.failure.ConnectionLostException;
import dev.retort.execute.failure.ServerErrorException;
import dev.retort.execute.failure.VersionRowException;
import dev.retort.execute.state.Interruption;
import dev.retort.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Runs a step whose statements cannot be in a transaction, one by one. Before each, a mark is left
 * that says so; the last thing to go, with the version write, is the mark. So whoever comes later
 * can see where a run stopped.
 */
final class AutocommitStep {
  private final RunContext context;
  private final Cursor cursor;
  private final StatementRunner statements;
  private final Failures failures;

  AutocommitStep(RunContext context, Cursor cursor, StatementRunner statements, Failures failures) {
    this.context = context;
    this.cursor = cursor;
    this.statements = statements;
    this.failures = failures;
  }

  void run(int index, Instant now, boolean createTable) {
    long start = System.nanoTime();
    cursor.keepingBooks(index, 0);
    Step step = cursor.step();
    Marked marked = new Marked();
    try {
      context.checkpoint();
      if (createTable) {
        context.versions().create();
      }
      context.tell(new RunEvent.StepStarted(index, step));
      runStatements(index, step, mark(step, now), marked);
      marked.ending = true;
      context.session().begin();
      context
          .versions()
          .write(
              List.of(step.headChange()),
              step.headsAfter(),
              End.CLEAR_AND_COMMIT,
              statements.listener());
    } catch (ServerErrorException | VersionRowException | StepFailedException e) {
      failures.rollBack(e);
      throw failures.midway(marked.sent, e);
    } catch (StoppedException e) {
      throw failures.midway(marked.sent, e);
    } catch (ConnectionLostException e) {
      throw marked.ending
          ? failures.lostAtCommit(index, index + 1, e)
          : failures.lostMidway(marked.sent, e);
    }
    cursor.committed(index + 1);
    context.tell(
        new RunEvent.StepFinished(
            index, Duration.ofNanos(System.nanoTime() - start), step.headsAfter()));
  }

  private void runStatements(int index, Step step, Interruption mark, Marked marked) {
    for (int statement = 0; statement < step.statements().size(); statement++) {
      cursor.keepingBooks(index, statement);
      context.checkpoint();
      context.versions().mark(mark.at(statement));
      marked.sent = true;
      cursor.at(index, statement);
      statements.run();
    }
    cursor.keepingBooks(index, step.statements().size());
  }

  private static Interruption mark(Step step, Instant now) {
    return new Interruption(
        step.revision().orElseThrow(),
        step.direction(),
        0,
        step.statements().size(),
        SectionHash.of(step),
        now);
  }

  /** How far the step's marks have come. */
  private static final class Marked {
    /** A mark is in the database, and a statement may have run. */
    private boolean sent;

    /** All statements are done; the version write is under way. */
    private boolean ending;
  }
}
