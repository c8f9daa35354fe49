package dev.retort.sql;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the effect of a statement comes about, as far as its text tells: what can be known of it
 * after the connection to the server was lost while it was under way.
 */
public enum StatementEffect {
  /**
   * All of it in one transaction, which may be one that also holds something else: a note that it
   * is done, for instance.
   */
  TRANSACTIONAL,
  /** Nothing in the database, something in the session: it is gone with the session. */
  SESSION,
  /** Whatever it does, it may be done again, and nothing is the worse for it. */
  REPEATABLE,
  /** In several transactions of its own; see {@link ConcurrentWork}. */
  CONCURRENT,
  /** It begins or ends a transaction. */
  TRANSACTION_CONTROL,
  /** The text does not tell: it may commit in the middle, or change what is not in the database. */
  UNKNOWN;

  private static final Set<String> SESSION_KINDS =
      Set.of(
          "SET", "SET ROLE", "SET SESSION AUTHORIZATION", "RESET", "LOAD", "PREPARE", "DEALLOCATE");

  private static final Set<String> REPEATABLE_KINDS =
      Set.of(
          "VACUUM",
          "CHECKPOINT",
          "SHOW",
          "LISTEN",
          "UNLISTEN",
          "ALTER SYSTEM",
          "CLUSTER",
          "REINDEX",
          "REINDEX INDEX",
          "REINDEX TABLE",
          "REINDEX SCHEMA",
          "REINDEX DATABASE",
          "REINDEX SYSTEM");

  private static final Set<String> TRANSACTIONAL_KINDS =
      Set.of(
          "ANALYZE",
          "ANALYSE",
          "COMMENT",
          "COPY",
          "DELETE",
          "EXECUTE",
          "EXPLAIN",
          "GRANT",
          "IMPORT FOREIGN SCHEMA",
          "INSERT",
          "MERGE",
          "NOTIFY",
          "REASSIGN OWNED",
          "REFRESH MATERIALIZED VIEW",
          "REFRESH MATERIALIZED VIEW CONCURRENTLY",
          "REVOKE",
          "SECURITY LABEL",
          "SELECT",
          "TABLE",
          "TRUNCATE",
          "UPDATE",
          "VALUES");

  private static final Pattern OWN_TRANSACTIONS =
      Pattern.compile("(?i)(DATABASE|TABLESPACE|SYSTEM|SUBSCRIPTION|CONCURRENTLY)");

  private static final Pattern MAY_COMMIT =
      Pattern.compile("(?i)\\b(COMMIT|ROLLBACK|CALL|EXECUTE)\\b");

  private static final Pattern SETTING =
      Pattern.compile("(?is)SELECT\\s+(pg_catalog\\s*\\.\\s*)?set_config\\s*\\(.*");

  /** What the text of a statement tells. */
  public static StatementEffect of(String statement) {
    String kind = StatementKind.of(statement);
    if (StatementClass.of(statement) instanceof StatementClass.TransactionControl) {
      return TRANSACTION_CONTROL;
    }
    if (ConcurrentWork.of(statement).isPresent()) {
      return CONCURRENT;
    }
    if (SESSION_KINDS.contains(kind) || SETTING.matcher(statement).matches()) {
      return SESSION;
    }
    if (REPEATABLE_KINDS.contains(kind)) {
      return REPEATABLE;
    }
    return isTransactional(kind, statement) ? TRANSACTIONAL : UNKNOWN;
  }

  private static boolean isTransactional(String kind, String statement) {
    if (kind.equals("DO")) {
      return !MAY_COMMIT.matcher(statement).find();
    }
    boolean definition = kind.matches("(CREATE|ALTER|DROP) .+");
    return TRANSACTIONAL_KINDS.contains(kind)
        || (definition
            && !OWN_TRANSACTIONS.matcher(kind).find()
            && !(StatementClass.of(statement) instanceof StatementClass.OutsideTransaction));
  }
}
