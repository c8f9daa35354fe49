package dev.retort.execute;

import dev.retort.execute.Doubt.Finding;
import dev.retort.execute.Doubt.Settled;
import dev.retort.execute.failure.ConnectionLostException;
import dev.retort.execute.failure.RunCancelledException;
import dev.retort.execute.failure.RunDisconnectedException;
import dev.retort.execute.failure.RunFailedException;
import dev.retort.execute.failure.ServerErrorException;
import dev.retort.execute.failure.StatementFailedException;
import dev.retort.execute.failure.StatementFailedException.Place;
import dev.retort.execute.failure.VersionRowException;
import dev.retort.execute.failure.VersionWriteException;
import dev.retort.execute.state.Aftermath;
import dev.retort.execute.state.ServerError;
import dev.retort.execute.state.ServerInfo;
import dev.retort.execute.state.VersionRows;
import dev.retort.plan.Interruption.Reached;
import dev.retort.plan.NeedsAutocommitException;
import dev.retort.plan.Traces;
import dev.retort.plan.resume.Situation;
import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;
import dev.retort.revision.RevisionId;
import dev.retort.sql.StatementKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Turns what went wrong into what the user is told: what, where, and how it left the database. */
final class Failures {
  private static final String QUERY_CANCELED = "57014";

  /** Table, object, column, schema and function that exist (manual, appendix A). */
  private static final List<String> DUPLICATES =
      List.of("42P07", "42710", "42701", "42P06", "42723");

  private static final Set<String> MAY_COMMIT = Set.of("DO", "CALL");

  private final RunContext context;
  private final Cursor cursor;
  private final Aftermaths aftermaths;
  private final Doubt doubt;

  Failures(RunContext context, Cursor cursor, Doubt doubt) {
    this.context = context;
    this.cursor = cursor;
    this.aftermaths = new Aftermaths(context.plan().steps(), cursor);
    this.doubt = doubt;
  }

  /** Undoes what is not committed; a connection that breaks over it has undone it as well. */
  void rollBack(RuntimeException cause) {
    try {
      context.session().rollback();
    } catch (ConnectionLostException e) {
      cause.addSuppressed(e);
      letGo();
    }
  }

  /**
   * A session that is of no more use, and may be there still: it must not hold locks for nobody.
   */
  void letGo() {
    context.session().knownServer().ifPresent(server -> doubt.settle(server, true));
  }

  /**
   * A tool that knows nothing of the run's lock may have moved the rows, which then is likely what
   * the run failed for. Who cancels is not kept waiting for that.
   */
  private void lookAgain(RuntimeException cause) {
    if (isCancellation(cause)) {
      return;
    }
    try {
      aftermaths.found(context.versions().lookAgain().heads());
    } catch (RetortException e) {
      cause.addSuppressed(e);
    }
  }

  /**
   * The session is good still, and the database knows best what a step outside of transactions has
   * left. Nothing here waits for anybody, so who cancelled is told as well.
   */
  private Optional<Situation> lookWhatIsLeft(RuntimeException cause) {
    try {
      context.session().heedNoMore();
      VersionRows now = context.versions().lookAgain();
      aftermaths.found(now.heads());
      return now.interruption()
          .map(
              mark ->
                  Situation.of(
                      mark,
                      mark.reached() == Reached.UNDER_WAY
                          ? context.versions().traces(mark.sql().orElse(""))
                          : Traces.none(),
                      cursor.step().with(cursor.section())));
    } catch (RetortException e) {
      cause.addSuppressed(e);
      return Optional.empty();
    }
  }

  /** The steps' transaction was rolled back. */
  RunFailedException rolledBack(int from, int to, RuntimeException cause) {
    lookAgain(cause);
    boolean undone = !(cause instanceof StepFailedException failed) || failed.undone();
    return failure(cause, undone ? aftermaths.notApplied(from, to) : aftermaths.transactionEnded());
  }

  /** A step outside of transactions stopped. */
  RunFailedException midway(boolean begun, RuntimeException cause) {
    Optional<Situation> left = lookWhatIsLeft(cause);
    int step = cursor.stepIndex();
    return failure(cause, begun ? aftermaths.midway(left) : aftermaths.notApplied(step, step + 1));
  }

  /** The connection broke before a commit was sent. */
  RunFailedException lost(int from, int to, ConnectionLostException cause) {
    Aftermath told = aftermaths.notApplied(from, to);
    return disconnected(settled(told, true, rows -> aftermaths.seen(told, rows, false)), cause);
  }

  /** The connection broke in a step outside of transactions. */
  RunFailedException lostMidway(boolean begun, ConnectionLostException cause) {
    int step = cursor.stepIndex();
    Aftermath told = begun ? aftermaths.lostMidway() : aftermaths.notApplied(step, step + 1);
    return disconnected(settled(told, false, rows -> aftermaths.seen(told, rows, begun)), cause);
  }

  /** The connection broke while the commit was under way: look what became of it. */
  RunFailedException lostAtCommit(int from, int to, ConnectionLostException cause) {
    List<RevisionId> before = cursor.committedHeads();
    List<RevisionId> after = to == 0 ? before : context.plan().steps().get(to - 1).headsAfter();
    Finding finding = doubt.resolve(context.session().server(), before, after);
    return disconnected(aftermaths.afterDoubt(from, to, finding, before, after), cause);
  }

  /** The run stopped before its first step. */
  RunFailedException notBegun(RuntimeException cause) {
    Aftermath aftermath = Aftermath.notBegun();
    return cause instanceof ConnectionLostException lost
        ? disconnected(settled(aftermath, true, rows -> aftermath), lost)
        : new RunCancelledException(aftermath, cause);
  }

  /**
   * Sees to the session that was lost, and says so where it is not over.
   *
   * @param working whether what it still runs is to be ended: it can come to nothing
   * @param seen what to tell once the version table was read again
   */
  private Aftermath settled(
      Aftermath aftermath, boolean working, Function<VersionRows, Aftermath> seen) {
    Optional<ServerInfo> lost = context.session().knownServer();
    if (lost.isEmpty()) {
      return aftermath;
    }
    String process = "server process " + lost.get().processId();
    Optional<Settled> settled = doubt.settle(lost.get(), working);
    if (settled.isEmpty()) {
      return aftermath.with(
          " Whether its session, "
              + process
              + ", is over could not be seen; it may hold locks until the server notices.");
    }
    return switch (settled.get()) {
      case Settled.Ended(VersionRows rows) -> seen.apply(rows);
      case Settled.Working() -> aftermath.with(" Its session, " + process + ", is still at work.");
    };
  }

  /** Whether an error is the answer to the user's own cancellation. */
  boolean isCancellation(RuntimeException cause) {
    return cause instanceof StoppedException
        || (context.cancellation().requested()
            && cause instanceof ServerErrorException server
            && server.error().is(QUERY_CANCELED));
  }

  private RunFailedException disconnected(Aftermath aftermath, ConnectionLostException cause) {
    // A server that does not heed a cancellation in time is disconnected from.
    return context.cancellation().requested()
        ? new RunCancelledException(aftermath, cause)
        : new RunDisconnectedException(aftermath, cause);
  }

  private RunFailedException failure(RuntimeException cause, Aftermath left) {
    Aftermath aftermath = left.after(cursor.retries());
    if (isCancellation(cause)) {
      return new RunCancelledException(aftermath, cause);
    }
    return switch (cause) {
      case ServerErrorException server when cursor.inStatement() -> statement(server, aftermath);
      case ServerErrorException server -> bookkeeping(server, aftermath);
      case StepFailedException failed ->
          new StatementFailedException(
              failed.code(),
              place(0),
              failed.what(),
              failed.hint(),
              Optional.empty(),
              aftermath,
              null);
      case VersionRowException row ->
          new VersionWriteException(
              row.code(), row.message(), row.hint(), row.details(), aftermath, row);
      default -> throw cause;
    };
  }

  private StatementFailedException statement(ServerErrorException cause, Aftermath aftermath) {
    return new StatementFailedException(
        code(cause, "statement-failed"),
        place(cause.error().position()),
        cause.message(),
        hint(cause),
        Optional.of(cause.error()),
        aftermath,
        cause);
  }

  private String hint(ServerErrorException cause) {
    return Problem.both(cause.hint(), more(cause));
  }

  /**
   * What the server cannot know. A first run that meets what it is to make has most likely met a
   * schema made otherwise; and what refuses a transaction may be told by the server alone.
   */
  private String more(ServerErrorException cause) {
    if (cursor.step().transactional() && refusesTransactions(cause.error())) {
      return "It cannot be in a transaction. Mark the section, and it runs outside of one: "
          + NeedsAutocommitException.mark(cursor.step().direction())
          + ".";
    }
    boolean first = context.plan().headsBefore().isEmpty() && cursor.committedHeads().isEmpty();
    if (!first || DUPLICATES.stream().noneMatch(cause.error()::is)) {
      return "";
    }
    return "The version table has no rows, so all revisions are run. If the schema is there"
        + " already, find out which revision it matches, then stamp that: retort identify.";
  }

  /**
   * {@code active_sql_transaction}, of the statement itself rather than of a function that it
   * calls; and {@code invalid_transaction_termination}, of what may end transactions at all.
   */
  private boolean refusesTransactions(ServerError error) {
    return (error.is("25001") && !error.message().contains("function"))
        || (error.is("2D000") && MAY_COMMIT.contains(StatementKind.of(cursor.statement().sql())));
  }

  private VersionWriteException bookkeeping(ServerErrorException cause, Aftermath aftermath) {
    return new VersionWriteException(
        code(cause, "commit-failed"),
        (cursor.pastStatements()
                ? "Ending " + aftermaths.subject(cursor.stepIndex()) + " failed: "
                : "Preparing " + aftermaths.subject(cursor.stepIndex()) + " failed: ")
            + cause.message(),
        cause.hint(),
        Map.copyOf(cause.details()),
        aftermath,
        cause);
  }

  private Place place(int position) {
    FilePosition at = FilePosition.of(cursor.statement(), position);
    return new Place(
        cursor.stepIndex(),
        cursor.step(),
        cursor.statementIndex(),
        cursor.statement(),
        at.line(),
        at.column(),
        cursor.number() + 1,
        cursor.section().size());
  }

  private static String code(ServerErrorException cause, String plain) {
    return cause.code().equals("server-error") ? plain : cause.code();
  }
}
