package dev.retort.postgres.versions;

import dev.retort.execute.failure.ServerErrorException;
import dev.retort.graph.RowChange;
import dev.retort.postgres.PostgresSession;
import dev.retort.postgres.Rows;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The write that most steps of most runs end with, one head in place of another, prepared: it does
 * all that {@link RowWrites} and {@link LockSql#stillHeld} do, in one statement, which the server
 * need not take apart and plan each time; that takes longer than the write itself.
 *
 * <p>Where a revision prepares statements of its own, or deallocates, the session is put back by
 * {@code DEALLOCATE ALL}, as ever, which takes this one with it. It is prepared only by the second
 * of two steps that could use it, and counts what else is prepared: what a function has prepared,
 * nobody sees in the text.
 */
final class PreparedMove {
  private static final String NAME = "retort_move";
  private static final String NO_SUCH_STATEMENT = "26000";

  private final PostgresSession session;

  /** {@link PostgresSession#preparing} when it was prepared. */
  private OptionalInt preparedAt = OptionalInt.empty();

  /** Whether it could have been used the last time. */
  private boolean wanted;

  /** A revision has deallocated it unseen; another may. */
  private boolean useless;

  PreparedMove(PostgresSession session) {
    this.session = session;
  }

  /** Whether the next step may end with it: one that ran nothing which might be in its way. */
  boolean usable() {
    boolean again = wanted;
    wanted = session.preparing().isPresent();
    return wanted && again && !useless;
  }

  /**
   * The statements, each closed by a semicolon; they leave one row with one column, for {@link
   * #done}.
   *
   * @param table with its schema, locked against other writers
   * @param lockKey of the run's lock
   */
  String sql(String table, int lockKey, RowChange.Update move) {
    String prepare = "";
    if (!preparedAt.equals(session.preparing())) {
      preparedAt = session.preparing();
      prepare = prepare(table, lockKey);
    }
    return prepare
        + "EXECUTE "
        + NAME
        + "("
        + RowWrites.literal(move.from())
        + ", "
        + RowWrites.literal(move.to())
        + ");\n";
  }

  /** What is compared are the rows as they were, which nobody else can change any more. */
  private String prepare(String table, int lockKey) {
    return "PREPARE "
        + NAME
        + "(varchar, varchar) AS WITH met AS (UPDATE "
        + table
        + " SET version_num = $2 WHERE version_num = $1 RETURNING 1) SELECT CASE "
        + LockSql.lost(lockKey, session.server().processId())
        + " WHEN (SELECT count(*) FROM met) <> 1 THEN ('"
        + RowWrites.ROW
        + "0/' || (SELECT count(*) FROM met))::integer WHEN NOT bool_and(version_num = $1) THEN ('"
        + RowWrites.ALL_ROWS
        + "/' || count(*))::integer ELSE (SELECT count(*)::integer FROM"
        + " pg_catalog.pg_prepared_statements) END FROM "
        + table
        + ";\n";
  }

  /** Takes what the statements answered: whatever else is prepared goes now. */
  void done(List<Rows> results) {
    if (!results.getLast().get(0, 0).equals(Optional.of("1"))) {
      session.script(session.reset().sql());
    }
  }

  /** Whether an error says that it was deallocated; then it is not used again. */
  boolean isGone(ServerErrorException e) {
    boolean gone = e.error().is(NO_SUCH_STATEMENT) && e.error().message().contains(NAME);
    useless |= gone;
    return gone;
  }
}
