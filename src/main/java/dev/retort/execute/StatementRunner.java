package dev.retort.execute;

import dev.retort.execute.Session.Verdict;
import dev.retort.execute.state.SessionInfo;
import dev.retort.plan.PlannedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sends single statements and tells what becomes of them. */
final class StatementRunner {
  private static final Duration LONGEST_PATIENCE = Duration.ofHours(1);

  private final RunContext context;
  private final Cursor cursor;

  StatementRunner(RunContext context, Cursor cursor) {
    this.context = context;
    this.cursor = cursor;
  }

  /** Runs the statement the cursor stands at. */
  void run() {
    int step = cursor.stepIndex();
    int index = cursor.statementIndex();
    PlannedStatement statement = cursor.statement();
    context.tell(new RunEvent.StatementStarted(step, index, statement));
    long start = System.nanoTime();
    long rows = send(statement);
    cursor.statementDone();
    context.tell(
        new RunEvent.StatementFinished(
            step, index, rows, Duration.ofNanos(System.nanoTime() - start)));
  }

  /**
   * Runs a concurrent statement. It waits for every transaction that is older, which hinders
   * nobody, and leaves something half made if it is stopped: so its waits are not cut short by the
   * run's lock time-out.
   */
  void runPatiently() {
    Duration usual = context.options().lockTimeout();
    context
        .session()
        .patience(Optional.of(usual.compareTo(LONGEST_PATIENCE) > 0 ? usual : LONGEST_PATIENCE));
    run();
    context.session().patience(Optional.empty());
  }

  /**
   * Runs the statement the cursor stands at and those behind it, without waiting for one before the
   * next is sent. The cursor moves along as their answers come, and stays at one that fails.
   *
   * @param end the index behind the last of them
   */
  void runAhead(int end) {
    AheadListener listener = begin(end);
    context.session().executeAhead(texts(end), listener);
  }

  /**
   * The same for the last statements of a step, which travel with the message that ends it. Behind
   * the last of them the cursor stands where the version table is written.
   */
  void runWithEnd() {
    int end = cursor.step().statements().size();
    AheadListener listener = begin(end);
    context.session().executeWithNext(texts(end), listener);
  }

  private AheadListener begin(int end) {
    int step = cursor.stepIndex();
    context.tell(new RunEvent.StatementStarted(step, cursor.statementIndex(), cursor.statement()));
    return ahead(step, end);
  }

  private List<String> texts(int end) {
    return cursor.step().statements().subList(cursor.statementIndex(), end).stream()
        .map(PlannedStatement::sql)
        .toList();
  }

  private AheadListener ahead(int step, int end) {
    StatementListener plain = listener();
    return new AheadListener() {
      @Override
      public void finished(long rows, Duration took) {
        int index = cursor.statementIndex();
        cursor.statementDone();
        context.tell(new RunEvent.StatementFinished(step, index, rows, took));
        if (index + 1 < end) {
          cursor.at(step, index + 1);
          context.tell(new RunEvent.StatementStarted(step, index + 1, cursor.statement()));
        } else if (end == cursor.step().statements().size()) {
          cursor.keepingBooks(step, end);
        }
      }

      @Override
      public void notice(String severity, String message) {
        plain.notice(severity, message);
      }

      @Override
      public void blocked(List<SessionInfo> by, Duration waited) {
        plain.blocked(by, waited);
      }
    };
  }

  private long send(PlannedStatement statement) {
    return switch (statement.purpose()) {
      case MIGRATE, SETTING, CLEANUP -> context.session().execute(statement.sql(), listener());
      case VERIFY -> {
        Verdict verdict = context.session().verify(statement.sql(), listener());
        if (!verdict.holds()) {
          throw new StepFailedException(
              "verify-failed",
              "the verify query does not hold: row "
                  + verdict.firstBadRow()
                  + " of "
                  + verdict.rows()
                  + " begins with "
                  + verdict.value()
                  + ".",
              "Find out why the data is not as the query expects it.");
        }
        yield verdict.rows();
      }
    };
  }

  /** Tells what the server says about whatever the cursor stands at. */
  StatementListener listener() {
    return new StatementListener() {
      @Override
      public void notice(String severity, String message) {
        context.tell(
            new RunEvent.NoticeRaised(
                cursor.stepIndex(), cursor.statementIndex(), severity, message));
      }

      @Override
      public void blocked(List<SessionInfo> by, Duration waited) {
        context.tell(
            new RunEvent.StatementBlocked(cursor.stepIndex(), cursor.statementIndex(), by, waited));
      }
    };
  }
}
