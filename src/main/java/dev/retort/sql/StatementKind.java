package dev.retort.sql;

import java.util.Set;

/** Names a statement by the key words it begins with, as PostgreSQL's manual names its commands. */
public final class StatementKind {
  /** What a statement is called whose first words say nothing. */
  public static final String UNKNOWN = "SQL";

  private static final Set<String> DEFINITIONS = Set.of("CREATE", "ALTER", "DROP");

  private static final Set<String> QUERIES =
      Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "VALUES", "TABLE");

  private static final Set<String> MODIFIERS =
      Set.of(
          "OR",
          "REPLACE",
          "GLOBAL",
          "LOCAL",
          "TEMP",
          "TEMPORARY",
          "UNLOGGED",
          "UNIQUE",
          "RECURSIVE",
          "CONSTRAINT",
          "TRUSTED",
          "PROCEDURAL");

  private static final Phrases OBJECTS =
      Phrases.of(
          """
          ACCESS METHOD, AGGREGATE, CAST, COLLATION, CONVERSION, DATABASE, DEFAULT CONVERSION,
          DEFAULT PRIVILEGES, DOMAIN, EVENT TRIGGER, EXTENSION, FOREIGN DATA WRAPPER, FOREIGN TABLE,
          FUNCTION, GROUP, INDEX, INDEX CONCURRENTLY, LANGUAGE, LARGE OBJECT, MATERIALIZED VIEW,
          OPERATOR, OPERATOR CLASS, OPERATOR FAMILY, OWNED, POLICY, PROCEDURE, PROPERTY GRAPH,
          PUBLICATION, ROLE, ROUTINE, RULE, SCHEMA, SEQUENCE, SERVER, STATISTICS, SUBSCRIPTION,
          SYSTEM, TABLE, TABLESPACE, TEXT SEARCH CONFIGURATION, TEXT SEARCH DICTIONARY,
          TEXT SEARCH PARSER, TEXT SEARCH TEMPLATE, TRANSFORM, TRIGGER, TYPE, USER, USER MAPPING,
          VIEW
          """);

  private static final Phrases COMMANDS =
      Phrases.of(
          """
          ABORT, ANALYSE, ANALYZE, BEGIN, CALL, CHECKPOINT, CLOSE, CLUSTER, COMMENT, COMMIT,
          COMMIT PREPARED, COPY, DEALLOCATE, DECLARE, DELETE, DISCARD, DO, END, EXECUTE, EXPLAIN,
          FETCH, GRANT, IMPORT FOREIGN SCHEMA, INSERT, LISTEN, LOAD, LOCK, MERGE, MOVE, NOTIFY,
          PREPARE, PREPARE TRANSACTION, REASSIGN OWNED, REFRESH MATERIALIZED VIEW,
          REFRESH MATERIALIZED VIEW CONCURRENTLY, REINDEX, REINDEX DATABASE,
          REINDEX DATABASE CONCURRENTLY, REINDEX INDEX, REINDEX INDEX CONCURRENTLY, REINDEX SCHEMA,
          REINDEX SCHEMA CONCURRENTLY, REINDEX SYSTEM, REINDEX TABLE, REINDEX TABLE CONCURRENTLY,
          RELEASE, RESET, REVOKE, ROLLBACK, ROLLBACK PREPARED, SAVEPOINT, SECURITY LABEL, SELECT,
          SET, SET CONSTRAINTS, SET ROLE, SET SESSION AUTHORIZATION, SET TRANSACTION, SHOW,
          START TRANSACTION, TABLE, TRUNCATE, UNLISTEN, UPDATE, VACUUM, VALUES
          """);

  private StatementKind() {}

  /**
   * The kind of a statement.
   *
   * @return for example {@code CREATE UNIQUE INDEX CONCURRENTLY}; what a {@code WITH} leads up to
   *     for a statement that begins so; the command itself for psql's, {@code \i} for instance;
   *     {@link #UNKNOWN} where no command begins like this
   */
  public static String of(String statement) {
    return of(statement, 0, statement.length());
  }

  /** The kind of the statement that stands between two offsets of a text. */
  static String of(String text, int start, int end) {
    if (start < end && text.charAt(start) == '\\') {
      return psqlCommand(text, start, end);
    }
    StatementWords words = new StatementWords(text, start, end);
    String first = words.next();
    String kind =
        DEFINITIONS.contains(first)
            ? definition(first, words)
            : first.equals("WITH") ? afterWith(words) : COMMANDS.longest(first, words);
    return kind.isEmpty() ? UNKNOWN : kind;
  }

  private static String definition(String verb, StatementWords words) {
    StringBuilder kind = new StringBuilder(verb);
    String word = words.next();
    while (MODIFIERS.contains(word)) {
      kind.append(' ').append(word);
      word = words.next();
    }
    String object = OBJECTS.longest(word, words);
    return object.isEmpty() ? kind.toString() : kind.append(' ').append(object).toString();
  }

  private static String afterWith(StatementWords words) {
    String word = words.next();
    while (!words.isOver() && !QUERIES.contains(word)) {
      word = words.next();
    }
    return words.isOver() ? "WITH" : word;
  }

  private static String psqlCommand(String text, int start, int end) {
    int at = start + 1;
    while (at < end && !Chars.isSpace(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }
}
