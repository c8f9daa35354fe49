package dev.retort.sql;

import dev.retort.sql.StatementClass.TransactionControl;
import dev.retort.sql.StatementClass.TransactionControl.Effect;
import java.util.List;

/**
 * The statements of a transactional script without the {@code BEGIN} and {@code COMMIT} that wrap
 * all of them, which many files bring along.
 *
 * @param statements what is left to run
 * @param wrapped whether a pair was left out; only a plain one is, as options would get lost
 */
public record Unwrapped(List<SqlStatement> statements, boolean wrapped) {

  /** Copies the list. */
  public Unwrapped {
    statements = List.copyOf(statements);
  }

  /** Takes the wrapping pair off, if there is one. */
  public static Unwrapped of(List<SqlStatement> statements) {
    boolean wrapped =
        statements.size() >= 2
            && has(statements.getFirst(), Effect.PLAIN_BEGIN)
            && has(statements.getLast(), Effect.PLAIN_COMMIT);
    return new Unwrapped(
        wrapped ? statements.subList(1, statements.size() - 1) : statements, wrapped);
  }

  /** Transaction control that is left, which a transactional section must not have. */
  public List<SqlStatement> transactionControl() {
    return statements.stream()
        .filter(statement -> statement.classify() instanceof TransactionControl)
        .toList();
  }

  private static boolean has(SqlStatement statement, Effect effect) {
    return statement.classify() instanceof TransactionControl control && control.effect() == effect;
  }
}
