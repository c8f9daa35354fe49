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
  private static final Duration LONGEST_PATIENCE = Duration.ofHours(1);

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
      for (int statement = 0; statement < step.statements().size(); statement++) {
        cursor.keepingBooks(index, statement);
        runStatement(index, statement, marks);
      }
      cursor.keepingBooks(index, step.statements().size());
      ending = true;
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

  private void runStatement(int index, int statement, Marks marks) {
    context.checkpoint();
    if (!cursor.ofSection(statement)) {
      send(index, statement);
      return;
    }
    int number = cursor.number();
    if (context.session().inTransaction()) {
      runInBlock(index, statement, number, marks);
      return;
    }
    List<PlannedStatement> section = cursor.section();
    String sql = section.get(number).sql();
    switch (StatementEffect.of(sql)) {
      case TRANSACTIONAL -> {
        marks.waitAt(number);
        runWithMark(index, statement, number, marks);
      }
      // It is gone with the session: nothing to remember.
      case SESSION -> send(index, statement);
      case CONCURRENT -> runConcurrently(index, statement, number, marks);
      case TRANSACTION_CONTROL -> {
        if (Blocks.commits(section, number)) {
          marks.waitAt(number);
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
  }

  private void send(int index, int statement) {
    cursor.at(index, statement);
    statements.run();
  }

  private void runWithMark(int index, int statement, int number, Marks marks) {
    context.session().begin();
    cursor.withMark(index, statement);
    statements.run();
    cursor.committing(index, statement);
    marks.doneBefore(number + 1, Committing.AND_COMMIT);
  }

  /** A transaction that the file brings along: the mark that says it is done is part of it. */
  private void runInBlock(int index, int statement, int number, Marks marks) {
    List<PlannedStatement> section = cursor.section();
    int beginning = number - 1;
    while (beginning > 0 && !Blocks.begins(section.get(beginning))) {
      beginning--;
    }
    boolean commits =
        Blocks.commits(section, beginning) && Blocks.end(section, beginning) == number;
    if (commits) {
      marks.doneBefore(number + 1, Committing.LATER);
    }
    send(index, statement);
  }

  /**
   * It waits for every transaction that is older, which hinders nobody, and leaves something half
   * made if it is stopped: so its waits are not cut short by the run's lock time-out.
   */
  private void runConcurrently(int index, int statement, int number, Marks marks) {
    List<String> before = names(context.versions().traces(cursor.section().get(number).sql()));
    marks.underWayAt(number, before);
    Duration usual = context.options().lockTimeout();
    context
        .session()
        .patience(Optional.of(usual.compareTo(LONGEST_PATIENCE) > 0 ? usual : LONGEST_PATIENCE));
    send(index, statement);
    context.session().patience(Optional.empty());
  }

  private static List<String> names(Traces traces) {
    return traces
        .attachment()
        .map(attachment -> List.of(attachment.partition()))
        .orElseGet(() -> traces.indexes().stream().map(Traces.Index::name).toList());
  }
}
