package dev.retort.execute;

import dev.retort.execute.VersionStore.Committing;
import dev.retort.execute.VersionStore.End;
import dev.retort.execute.failure.ConnectionLostException;
import dev.retort.execute.failure.ServerErrorException;
import dev.retort.execute.failure.VersionRowException;
import dev.retort.plan.Blocks;
import dev.retort.plan.PlannedStatement;
import dev.retort.plan.Resumption;
import dev.retort.plan.Step;
import dev.retort.plan.Traces;
import dev.retort.sql.StatementEffect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Runs a step whose statements cannot all be in one transaction, one by one, or what is left of it.
 * A mark in the database moves along with them, and the last thing to go, with the version write,
 * is the mark; so whoever comes later can see where a run stopped.
 *
 * <p>A statement that can be in a transaction is in one of its own, together with the mark that
 * says it is done: it took effect exactly if the mark moved on. Before any other the mark says that
 * it is under way.
 */
final class AutocommitStep {
  private final RunContext context;
  private final Cursor cursor;
  private final StatementRunner statements;
  private final Failures failures;
  private final Turns turns;

  AutocommitStep(RunContext context, Cursor cursor, StatementRunner statements, Failures failures) {
    this.context = context;
    this.cursor = cursor;
    this.statements = statements;
    this.failures = failures;
    this.turns = new Turns(context, cursor);
  }

  void run(int index, Instant now, Optional<String> who, boolean createTable) {
    long start = System.nanoTime();
    cursor.keepingBooks(index, 0);
    Step step = cursor.step();
    Optional<Resumption> from = context.plan().resumption().filter(resumption -> index == 0);
    Marks marks = new Marks(context.versions(), step, from, now, who);
    boolean ending = false;
    try {
      context.checkpoint();
      if (createTable) {
        context.versions().create();
      }
      context.tell(new RunEvent.StepStarted(index, step));
      int statement = 0;
      while (statement < step.statements().size()) {
        cursor.keepingBooks(index, statement);
        statement = runStatement(index, statement, marks);
      }
      cursor.keepingBooks(index, statement);
      ending = true;
      turns.take(statement, () -> end(step));
    } catch (ServerErrorException | VersionRowException | StepFailedException e) {
      failures.rollBack(e);
      throw failures.midway(marks.left(), e);
    } catch (StoppedException e) {
      failures.rollBack(e);
      throw failures.midway(marks.left(), e);
    } catch (ConnectionLostException e) {
      throw ending
          ? failures.lostAtCommit(index, index + 1, e)
          : failures.lostMidway(marks.left(), e);
    }
    cursor.committed(index + 1);
    context.tell(
        new RunEvent.StepFinished(
            index, Duration.ofNanos(System.nanoTime() - start), step.headsAfter()));
  }

  private void end(Step step) {
    context.session().begin();
    context
        .versions()
        .write(
            List.of(step.headChange()),
            step.headsAfter(),
            End.CLEAR_AND_COMMIT,
            statements.listener());
  }

  /** Gives the index of the statement to go on with: the next, or where a transaction begins. */
  private int runStatement(int index, int statement, Marks marks) {
    context.checkpoint();
    if (!cursor.ofSection(statement)) {
      prepare(index, statement);
      return statement + 1;
    }
    int number = cursor.number();
    if (context.session().inTransaction()) {
      return runInBlock(index, statement, number, marks);
    }
    List<PlannedStatement> section = cursor.section();
    String sql = section.get(number).sql();
    switch (StatementEffect.of(sql)) {
      case TRANSACTIONAL -> {
        marks.waitAt(number);
        turns.take(statement, () -> runWithMark(index, statement, number, marks));
      }
      // It is gone with the session: nothing to remember.
      case SESSION -> send(index, statement);
      case CONCURRENT -> {
        marks.underWayAt(number, names(context.versions().traces(sql)));
        cursor.at(index, statement);
        statements.runPatiently();
      }
      case TRANSACTION_CONTROL -> {
        if (Blocks.commits(section, number)) {
          marks.waitAt(number);
          turns.beginBlock(statement, marks.left());
        } else {
          marks.underWayAt(number, List.of());
        }
        send(index, statement);
      }
      case REPEATABLE, UNKNOWN -> {
        marks.underWayAt(number, List.of());
        send(index, statement);
      }
    }
    return statement + 1;
  }

  private void send(int index, int statement) {
    cursor.at(index, statement);
    statements.run();
  }

  /** What is none of the section's: a setting, or taking away what is half made. */
  private void prepare(int index, int statement) {
    cursor.at(index, statement);
    switch (StatementEffect.of(cursor.statement().sql())) {
      case CONCURRENT -> statements.runPatiently();
      case TRANSACTIONAL, SESSION, REPEATABLE, TRANSACTION_CONTROL, UNKNOWN -> statements.run();
    }
  }

  private void runWithMark(int index, int statement, int number, Marks marks) {
    context.session().begin();
    cursor.withMark(index, statement);
    statements.run();
    cursor.committing(index, statement);
    marks.doneBefore(number + 1, Committing.AND_COMMIT);
  }

  /** A transaction that the file brings along: the mark that says it is done is part of it. */
  private int runInBlock(int index, int statement, int number, Marks marks) {
    List<PlannedStatement> section = cursor.section();
    int beginning = number - 1;
    while (beginning > 0 && !Blocks.begins(section.get(beginning))) {
      beginning--;
    }
    if (!Blocks.commits(section, beginning)) {
      send(index, statement);
      return statement + 1;
    }
    try {
      if (Blocks.end(section, beginning) == number) {
        marks.doneBefore(number + 1, Committing.LATER);
      }
      send(index, statement);
      return statement + 1;
    } catch (ServerErrorException e) {
      marks.undone(turns.markedBeforeBlock());
      return turns.blockAgain(e);
    }
  }

  private static List<String> names(Traces traces) {
    return traces
        .attachment()
        .map(attachment -> List.of(attachment.partition()))
        .orElseGet(() -> traces.indexes().stream().map(Traces.Index::name).toList());
  }
}
