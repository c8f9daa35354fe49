package dev.retort.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.retort.sql.StatementClass.BackslashStrings;
import dev.retort.sql.StatementClass.CopyFromStdin;
import dev.retort.sql.StatementClass.Ordinary;
import dev.retort.sql.StatementClass.OutsideTransaction;
import dev.retort.sql.StatementClass.PsqlCommand;
import dev.retort.sql.StatementClass.TransactionControl;
import dev.retort.sql.StatementClass.TransactionControl.Effect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementClassTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          create table t (a int) → CREATE TABLE
          CREATE TABLE IF NOT EXISTS role (a int) → CREATE TABLE
          CREATE GLOBAL TEMP TABLE index AS SELECT 1 → CREATE GLOBAL TEMP TABLE
          CREATE UNIQUE /* c */ INDEX CONCURRENTLY i ON t (a) → CREATE UNIQUE INDEX CONCURRENTLY
          CREATE INDEX ON t (a) → CREATE INDEX
          CREATE OR REPLACE FUNCTION f() RETURNS int AS '' → CREATE OR REPLACE FUNCTION
          CREATE CONSTRAINT TRIGGER x AFTER INSERT ON t → CREATE CONSTRAINT TRIGGER
          CREATE MATERIALIZED VIEW v AS SELECT 1 → CREATE MATERIALIZED VIEW
          CREATE FOREIGN DATA WRAPPER w → CREATE FOREIGN DATA WRAPPER
          CREATE "table" → CREATE
          ALTER TABLE ONLY t ADD a int → ALTER TABLE
          ALTER TYPE t ADD VALUE 'x' → ALTER TYPE
          ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO x → ALTER DEFAULT PRIVILEGES
          ALTER TEXT SEARCH CONFIGURATION c → ALTER TEXT SEARCH CONFIGURATION
          DROP INDEX CONCURRENTLY IF EXISTS i → DROP INDEX CONCURRENTLY
          DROP OWNED BY x → DROP OWNED
          INSERT INTO t VALUES (1) → INSERT
          UPDATE t SET a = 1 → UPDATE
          WITH a AS (SELECT 1), b AS (DELETE FROM t) UPDATE t SET a = 1 → UPDATE
          WITH RECURSIVE a AS (SELECT 1) SELECT * FROM a → SELECT
          WITH → WITH
          (SELECT 1) UNION (SELECT 2) → SELECT
          DO $$ $$ → DO
          REFRESH MATERIALIZED VIEW CONCURRENTLY v → REFRESH MATERIALIZED VIEW CONCURRENTLY
          REINDEX (VERBOSE) TABLE CONCURRENTLY t → REINDEX TABLE CONCURRENTLY
          SET ROLE x → SET ROLE
          SET search_path = x → SET
          START TRANSACTION → START TRANSACTION
          PREPARE p AS SELECT 1 → PREPARE
          \\i x.sql → \\i
          SELEC 1 → SQL
          'x' → SQL
          """)
  void aStatementIsNamedByItsLeadingKeyWords(String sql, String kind) {
    assertEquals(kind, StatementKind.of(sql));
    assertEquals(
        List.of(kind), StatementSplitter.split(sql, 1).stream().map(s -> s.kind()).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN ISOLATION LEVEL SERIALIZABLE",
        "START TRANSACTION READ ONLY",
        "COMMIT AND CHAIN",
        "ROLLBACK",
        "ROLLBACK TO SAVEPOINT a",
        "ABORT",
        "SAVEPOINT a",
        "RELEASE a",
        "PREPARE TRANSACTION 'x'",
        "COMMIT PREPARED 'x'",
        "ROLLBACK PREPARED 'x'"
      })
  void transactionControlIsSeen(String sql) {
    assertEquals(new TransactionControl(Effect.OTHER), StatementClass.of(sql));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          begin, PLAIN_BEGIN
          BEGIN /* c */ WORK, PLAIN_BEGIN
          BEGIN TRANSACTION, PLAIN_BEGIN
          START TRANSACTION, PLAIN_BEGIN
          COMMIT, PLAIN_COMMIT
          END WORK, PLAIN_COMMIT
          COMMIT TRANSACTION, PLAIN_COMMIT
          """)
  void plainBeginAndCommitAreToldApart(String sql, Effect effect) {
    assertEquals(new TransactionControl(effect), StatementClass.of(sql));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE INDEX i ON t (a)",
        "DROP INDEX i",
        "REINDEX TABLE t",
        "REINDEX (CONCURRENTLY false) TABLE t",
        "REFRESH MATERIALIZED VIEW CONCURRENTLY v",
        "ALTER TABLE t DETACH PARTITION p",
        "ALTER TABLE t DETACH PARTITION p FINALIZE",
        "ALTER DATABASE d SET work_mem = '1MB'",
        "ALTER TABLE t SET TABLESPACE s",
        "ALTER TYPE t ADD VALUE 'x'",
        "CLUSTER t USING i",
        "CLUSTER VERBOSE t",
        "ANALYZE",
        "DISCARD TEMP",
        "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE",
        "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p WITH (connect = false)",
        "ALTER SUBSCRIPTION s SET PUBLICATION p WITH (refresh = 'off')",
        "ALTER SUBSCRIPTION s DISABLE",
        "SET standard_conforming_strings = on",
        "SET standard_conforming_strings TO DEFAULT",
        "SET search_path = off",
        "COPY t TO stdout",
        "COPY t FROM '/stdin'",
        "COPY (SELECT a FROM stdin) TO '/x'"
      })
  void ordinaryStatementsAreLeftAlone(String sql) {
    assertEquals(new Ordinary(), StatementClass.of(sql));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          CREATE UNIQUE INDEX CONCURRENTLY i ON t (a) → CREATE UNIQUE INDEX CONCURRENTLY
          REINDEX (VERBOSE, CONCURRENTLY) INDEX i → REINDEX INDEX CONCURRENTLY
          ALTER TABLE ONLY s.t DETACH PARTITION s.p CONCURRENTLY → DETACH PARTITION CONCURRENTLY
          ALTER DATABASE d SET TABLESPACE x → ALTER DATABASE SET TABLESPACE
          CLUSTER → CLUSTER without a table
          CLUSTER VERBOSE → CLUSTER without a table
          CLUSTER (VERBOSE) → CLUSTER without a table
          CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p → CREATE SUBSCRIPTION
          ALTER SUBSCRIPTION s REFRESH PUBLICATION → ALTER SUBSCRIPTION with refresh
          ALTER SUBSCRIPTION s ADD PUBLICATION q → ALTER SUBSCRIPTION with refresh
          """)
  void whatIsRefusedInATransactionIsNamed(String sql, String what) {
    assertEquals(new OutsideTransaction(what), StatementClass.of(sql));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY t FROM stdin",
        "copy public.\"T\" (a, b) from STDIN with (format csv)",
        "COPY t FROM stdin;\n1\n\\."
      })
  void copyFromTheClientIsSeen(String sql) {
    assertInstanceOf(CopyFromStdin.class, StatementClass.of(sql));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET standard_conforming_strings = off",
        "set local Standard_Conforming_Strings to 'off'",
        "SET SESSION standard_conforming_strings = 0"
      })
  void turningStandardStringsOffIsSeen(String sql) {
    assertEquals(new BackslashStrings(), StatementClass.of(sql));
  }

  @Test
  void psqlCommandsAreSeen() {
    assertEquals(new PsqlCommand("\\copy"), StatementClass.of("\\copy t from 'x'"));
  }

  @Test
  void thePairThatWrapsEverythingIsTakenOff() {
    List<SqlStatement> all = StatementSplitter.split("BEGIN; SELECT 1; SAVEPOINT a; COMMIT;", 1);
    Unwrapped unwrapped = Unwrapped.of(all);
    assertEquals(new Unwrapped(all.subList(1, 3), true), unwrapped);
    assertEquals(List.of(all.get(2)), unwrapped.transactionControl());
  }

  @Test
  void anythingElseIsNoWrapping() {
    for (String sql :
        List.of("BEGIN; SELECT 1", "BEGIN", "SELECT 1; COMMIT", "BEGIN READ ONLY; COMMIT")) {
      List<SqlStatement> all = StatementSplitter.split(sql, 1);
      assertEquals(new Unwrapped(all, false), Unwrapped.of(all), sql);
    }
  }
}
