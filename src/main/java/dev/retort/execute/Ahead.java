package dev.retort.execute;

import dev.retort.plan.PlannedStatement;
import dev.retort.plan.PlannedStatement.Purpose;
import java.util.List;
import java.util.Set;

/**
 * Decides which statements of a transactional step are sent without waiting for the answer to the
 * one before. The answers of these decide nothing: if one fails, the server refuses whatever
 * follows in the transaction, and the message that commits is only sent when all are answered.
 */
final class Ahead {
  /** So much text is under way at once at most: it fits into a socket's buffer. */
  private static final int TEXT = 8_192;

  /** So many statements are under way at once at most: so do their answers. */
  private static final int STATEMENTS = 32;

  /**
   * First words of statements that cannot end a transaction, whatever they hold. What is not known
   * is waited for, so that nothing can follow a transaction's end unnoticed.
   */
  private static final Set<String> KNOWN =
      Set.of(
          "ALTER", "COMMENT", "CREATE", "DELETE", "DROP", "GRANT", "INSERT", "REVOKE", "SET",
          "UPDATE");

  private Ahead() {}

  /** The index behind the last statement that is sent together with the one at an index. */
  static int end(List<PlannedStatement> statements, int from) {
    int to = from;
    int text = 0;
    while (to < statements.size() && to - from < STATEMENTS && canBe(statements.get(to))) {
      text += statements.get(to).sql().length();
      if (text > TEXT) {
        break;
      }
      to++;
    }
    return Math.max(to, from + 1);
  }

  private static boolean canBe(PlannedStatement statement) {
    String kind = statement.kind();
    int space = kind.indexOf(' ');
    return statement.purpose() == Purpose.MIGRATE
        && KNOWN.contains(space < 0 ? kind : kind.substring(0, space));
  }
}
