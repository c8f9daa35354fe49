package dev.retort.execute;

import dev.retort.plan.PlannedStatement;
import dev.retort.plan.PlannedStatement.Purpose;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides which statements of a transactional step are sent without waiting for the answer to the
 * one before. The answers of these decide nothing: if one fails, the server refuses whatever
 * follows in the transaction, a COMMIT included, which then rolls back.
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

  /**
   * Statements whose time does not depend on how much is stored. Behind others the message that
   * commits waits for their answers: as long as it is not sent, a connection that breaks leaves
   * nothing in doubt.
   */
  private static final Set<String> BRIEF =
      Set.of(
          "COMMENT",
          "CREATE DOMAIN",
          "CREATE FUNCTION",
          "CREATE POLICY",
          "CREATE PROCEDURE",
          "CREATE SCHEMA",
          "CREATE SEQUENCE",
          "CREATE TABLE",
          "CREATE TRIGGER",
          "CREATE TYPE",
          "CREATE VIEW",
          "DROP FUNCTION",
          "DROP INDEX",
          "DROP POLICY",
          "DROP PROCEDURE",
          "DROP SEQUENCE",
          "DROP TABLE",
          "DROP TRIGGER",
          "DROP TYPE",
          "DROP VIEW",
          "GRANT",
          "REVOKE");

  /** What a CREATE TABLE holds that is made from a query; also where it means something else. */
  private static final Pattern AS = Pattern.compile("(?i)\\bAS\\b");

  private Ahead() {}

  /** Whether the message that ends the step may follow these statements unanswered, too. */
  static boolean endMayFollow(List<PlannedStatement> statements) {
    return statements.stream().allMatch(Ahead::isBrief);
  }

  /** Whether a statement can be sent so at all; alone as well. */
  static boolean isPlain(PlannedStatement statement) {
    return canBe(statement) && statement.sql().length() <= TEXT;
  }

  private static boolean isBrief(PlannedStatement statement) {
    String kind = statement.kind();
    return isPlain(statement)
        && BRIEF.contains(kind)
        && !(kind.equals("CREATE TABLE") && AS.matcher(statement.sql()).find());
  }

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
