package dev.retort.plan;

import dev.retort.sql.StatementClass;
import dev.retort.sql.StatementClass.TransactionControl;
import dev.retort.sql.StatementClass.TransactionControl.Effect;
import dev.retort.sql.StatementKind;
import java.util.List;
import java.util.Set;

/**
 * Transactions that an autocommit section brings along itself: {@code BEGIN}, some statements,
 * {@code COMMIT}.
 */
public final class Blocks {
  private static final Set<String> BEGINNINGS = Set.of("BEGIN", "START TRANSACTION");

  private static final Set<String> ENDS =
      Set.of("COMMIT", "END", "ROLLBACK", "ABORT", "PREPARE TRANSACTION");

  private static final Set<String> HARMLESS = Set.of("SAVEPOINT", "RELEASE");

  private Blocks() {}

  /** Whether a statement begins a transaction. */
  public static boolean begins(PlannedStatement statement) {
    return BEGINNINGS.contains(StatementKind.of(statement.sql()));
  }

  /**
   * The statement that ends the transaction another begins; that other itself where it begins none.
   */
  public static int end(List<PlannedStatement> section, int beginning) {
    if (beginning >= section.size() || !begins(section.get(beginning))) {
      return beginning;
    }
    for (int i = beginning + 1; i < section.size(); i++) {
      if (ENDS.contains(StatementKind.of(section.get(i).sql())) && !toSavepoint(section.get(i))) {
        return i;
      }
    }
    return section.size() - 1;
  }

  /**
   * Whether the transaction that a statement begins surely ends with a plain COMMIT, so that what
   * is written just before that COMMIT takes effect exactly if the rest does.
   */
  public static boolean commits(List<PlannedStatement> section, int beginning) {
    if (beginning >= section.size() || !begins(section.get(beginning))) {
      return false;
    }
    int end = end(section, beginning);
    for (int i = beginning + 1; i < end; i++) {
      if (StatementClass.of(section.get(i).sql()) instanceof TransactionControl
          && !HARMLESS.contains(StatementKind.of(section.get(i).sql()))
          && !toSavepoint(section.get(i))) {
        return false;
      }
    }
    return StatementClass.of(section.get(end).sql()) instanceof TransactionControl control
        && control.effect() == Effect.PLAIN_COMMIT;
  }

  private static boolean toSavepoint(PlannedStatement statement) {
    return statement.sql().strip().matches("(?is)ROLLBACK\\s+((WORK|TRANSACTION)\\s+)?TO\\b.*");
  }
}
