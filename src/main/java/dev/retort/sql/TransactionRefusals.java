package dev.retort.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What PostgreSQL refuses inside a transaction block, as far as the text alone can tell: everything
 * that calls {@code PreventInTransactionBlock} in its source, without the cases that depend on the
 * object (a partitioned table, a subscription's slot), where the server itself has to say no.
 */
final class TransactionRefusals {
  private static final Set<String> ALWAYS =
      Set.of(
          "CREATE INDEX CONCURRENTLY",
          "CREATE UNIQUE INDEX CONCURRENTLY",
          "DROP INDEX CONCURRENTLY",
          "VACUUM",
          "CREATE DATABASE",
          "DROP DATABASE",
          "CREATE TABLESPACE",
          "DROP TABLESPACE",
          "ALTER SYSTEM",
          "REINDEX SCHEMA",
          "REINDEX SCHEMA CONCURRENTLY",
          "REINDEX DATABASE",
          "REINDEX DATABASE CONCURRENTLY",
          "REINDEX SYSTEM",
          "REINDEX INDEX CONCURRENTLY",
          "REINDEX TABLE CONCURRENTLY");

  /** The kinds for which {@link #dependingOnMore} has to look at the rest of the statement. */
  private static final Set<String> DEPENDS =
      Set.of(
          "REINDEX INDEX",
          "REINDEX TABLE",
          "ALTER TABLE",
          "ALTER DATABASE",
          "CLUSTER",
          "DISCARD",
          "CREATE SUBSCRIPTION",
          "ALTER SUBSCRIPTION");

  private static final Set<String> FALSE =
      Set.of("FALSE", "OFF", "0", "'FALSE'", "'OFF'", "'0'", "\"FALSE\"", "\"OFF\"");

  private TransactionRefusals() {}

  /** Whether a word is a way to say no. */
  static boolean isFalse(String word) {
    return FALSE.contains(word);
  }

  /** What in this statement is refused; empty where nothing is. */
  static Optional<String> of(String text, int start, int end, String kind) {
    if (kind.equals("ALTER TABLE") && !endsConcurrently(text, end)) {
      return Optional.empty();
    }
    return DEPENDS.contains(kind)
        ? dependingOnMore(text.substring(start, end), kind)
        : when(ALWAYS.contains(kind), kind);
  }

  /** DETACH PARTITION … CONCURRENTLY ends with its last word; all others need no closer look. */
  private static boolean endsConcurrently(String text, int end) {
    String last = "CONCURRENTLY";
    int from = end - last.length();
    return from >= 0 && text.regionMatches(true, from, last, 0, last.length());
  }

  private static Optional<String> dependingOnMore(String statement, String kind) {
    return switch (kind) {
      case "REINDEX INDEX", "REINDEX TABLE" ->
          when(isOn(statement, "CONCURRENTLY"), kind + " CONCURRENTLY");
      case "ALTER TABLE" -> when(detachesConcurrently(statement), "DETACH PARTITION CONCURRENTLY");
      case "ALTER DATABASE" ->
          when(has(statement, "SET", "TABLESPACE"), "ALTER DATABASE SET TABLESPACE");
      case "CLUSTER" -> when(clustersEverything(statement), "CLUSTER without a table");
      case "DISCARD" -> when(has(statement, "DISCARD", "ALL"), "DISCARD ALL");
      case "CREATE SUBSCRIPTION" ->
          when(!isOff(statement, "CREATE_SLOT") && !isOff(statement, "CONNECT"), kind);
      case "ALTER SUBSCRIPTION" -> when(refreshes(statement), "ALTER SUBSCRIPTION with refresh");
      default -> Optional.empty();
    };
  }

  private static Optional<String> when(boolean refused, String what) {
    return refused ? Optional.of(what) : Optional.empty();
  }

  private static boolean has(String statement, String first, String second) {
    List<String> tokens = StatementWords.allTokens(statement);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).equals(first) && tokens.get(i + 1).equals(second)) {
        return true;
      }
    }
    return false;
  }

  private static boolean detachesConcurrently(String statement) {
    return has(statement, "DETACH", "PARTITION")
        && StatementWords.allTokens(statement).getLast().equals("CONCURRENTLY");
  }

  /** Whether an option in parentheses is there, and not switched off. */
  private static boolean isOn(String statement, String option) {
    return StatementWords.allTokens(statement).contains(option) && !isOff(statement, option);
  }

  private static boolean isOff(String statement, String option) {
    List<String> tokens = StatementWords.allTokens(statement);
    int value = tokens.indexOf(option) + 1;
    if (value == 0 || value >= tokens.size()) {
      return false;
    }
    boolean equals = tokens.get(value).equals("=") && value + 1 < tokens.size();
    return FALSE.contains(tokens.get(equals ? value + 1 : value));
  }

  /** Nothing behind CLUSTER but VERBOSE or options. */
  private static boolean clustersEverything(String statement) {
    StatementWords words = new StatementWords(statement);
    words.next();
    String word = words.next();
    if (word.equals("VERBOSE")) {
      words.next();
    }
    return words.isOver();
  }

  private static boolean refreshes(String statement) {
    List<String> tokens = StatementWords.allTokens(statement);
    boolean publications =
        tokens.contains("PUBLICATION")
            && (tokens.contains("SET") || tokens.contains("ADD") || tokens.contains("DROP"));
    return has(statement, "REFRESH", "PUBLICATION")
        || (publications && !isOff(statement, "REFRESH"));
  }
}
