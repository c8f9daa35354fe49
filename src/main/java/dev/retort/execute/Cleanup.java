package dev.retort.execute;

import dev.retort.execute.failure.ConnectionLostException;
import dev.retort.execute.failure.ServerErrorException;
import dev.retort.plan.Step;
import dev.retort.sql.StatementEffect;
import java.time.Duration;

/** Takes away what a step that stopped midway left half made; heads and mark stay as they are. */
final class Cleanup {
  private final RunContext context;
  private final Cursor cursor;
  private final StatementRunner statements;
  private final Failures failures;

  Cleanup(RunContext context, Cursor cursor, StatementRunner statements, Failures failures) {
    this.context = context;
    this.cursor = cursor;
    this.statements = statements;
    this.failures = failures;
  }

  void run(int index) {
    long start = System.nanoTime();
    cursor.keepingBooks(index, 0);
    Step step = cursor.step();
    Turns turns = new Turns(context, cursor);
    try {
      context.tell(new RunEvent.StepStarted(index, step));
      for (int statement = 0; statement < step.statements().size(); statement++) {
        context.checkpoint();
        cursor.at(index, statement);
        switch (StatementEffect.of(cursor.statement().sql())) {
          case CONCURRENT -> statements.runPatiently();
          case TRANSACTIONAL, SESSION, REPEATABLE, TRANSACTION_CONTROL, UNKNOWN ->
              turns.take(statement, statements::run);
        }
      }
    } catch (ServerErrorException | StoppedException e) {
      throw failures.midway(true, e);
    } catch (ConnectionLostException e) {
      throw failures.lostMidway(true, e);
    }
    cursor.committed(index + 1);
    context.tell(
        new RunEvent.StepFinished(
            index, Duration.ofNanos(System.nanoTime() - start), step.headsAfter()));
  }
}
