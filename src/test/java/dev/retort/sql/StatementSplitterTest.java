package dev.retort.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatementSplitterTest {

  private static List<String> split(String text) {
    return StatementSplitter.split(text, 1).stream().map(SqlStatement::text).toList();
  }

  private static void isOne(String statement) {
    assertEquals(List.of(statement, "SELECT 1"), split(statement + ";\nSELECT 1;"));
  }

  @Test
  void semicolonsEndStatementsAndTheLastNeedsNone() {
    assertEquals(List.of("SELECT 1", "SELECT 2"), split("SELECT 1; SELECT 2"));
  }

  @Test
  void emptyStatementsAreNone() {
    assertEquals(List.of(), split(""));
    assertEquals(List.of(), split(" ;; -- nothing\n; /* ; */ ;\n"));
    assertEquals(List.of("SELECT 1"), split(";;SELECT 1;;"));
  }

  @Test
  void textIsVerbatimFromTheFirstTokenToTheLast() {
    String inner = "SELECT /* why; */ 1 -- one\n  , 2";
    assertEquals(List.of(inner), split("-- leading\n " + inner + " -- trailing\n /* x */ ;"));
  }

  @Test
  void linesAndColumnsAreThoseOfTheFirstToken() {
    List<SqlStatement> statements =
        StatementSplitter.split("-- a\r\n\r\n  SELECT 1;\rSELECT\n2; SELECT 3", 10);
    assertEquals(
        List.of("12:3", "13:1", "14:4"),
        statements.stream().map(s -> s.line() + ":" + s.column()).toList());
    assertEquals(List.of(10, 20, 30), statements.stream().map(SqlStatement::offset).toList());
  }

  @Test
  void semicolonsInsideQuotesEndNothing() {
    isOne("SELECT ';', \";\", E'\\';', $a$;$b$;$a$, U&';', /* ; */ 1 -- ;\n + 1");
  }

  @Test
  void semicolonsInParenthesesEndNothing() {
    isOne("CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM a; INSERT INTO b VALUES (1))");
  }

  @Test
  void aClosingParenthesisTooManyDoesNoHarm() {
    assertEquals(List.of("SELECT 1)", "SELECT (2)"), split("SELECT 1); SELECT (2);"));
  }

  @Test
  void theBodyOfARoutineIsPartOfIt() {
    isOne("CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END");
    isOne("create or replace procedure p() begin atomic insert into t values (1);\nend");
    isOne(
        "CREATE FUNCTION f(a int) RETURNS int BEGIN ATOMIC"
            + " SELECT CASE WHEN a > 1 THEN (SELECT CASE a WHEN 2 THEN 3 END) ELSE 4 END; END");
    isOne("CREATE FUNCTION f() RETURNS int BEGIN /* c */ ATOMIC SELECT t.end AS case FROM t; END");
    isOne("CREATE FUNCTION f() RETURNS int BEGIN ATOMIC END");
  }

  @Test
  void otherBeginsOpenNothing() {
    assertEquals(List.of("BEGIN", "SELECT 1", "END"), split("BEGIN; SELECT 1; END;"));
    isOne("SELECT begin atomic FROM t");
    isOne("CREATE TABLE begin (atomic int)");
    isOne("CREATE FUNCTION f(begin atomic) RETURNS int LANGUAGE sql AS 'SELECT 1'");
    isOne("CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$BEGIN RETURN 1; END$$");
  }

  @Test
  void aPsqlCommandIsAStatementOfItsOwn() {
    assertEquals(
        List.of("\\i it's.sql", "SELECT 1", "\\gset", "SELECT 2"),
        split("\\i it's.sql\nSELECT 1 \\gset\nSELECT 2;"));
  }

  @Test
  void copiedDataBelongsToItsStatement() {
    String copy = "COPY t (a, b) FROM stdin WITH (FORMAT text);\nit's\t1;\n\\.x\n\\.";
    assertEquals(List.of(copy, "SELECT 1"), split(copy + "\nSELECT 1;"));
    assertEquals(List.of("COPY t FROM stdin", "SELECT 1"), split("COPY t FROM stdin; SELECT 1;"));
    assertEquals(
        List.of("COPY t TO stdout", "SELECT 1", "\\."), split("COPY t TO stdout;SELECT 1;\n\\.\n"));
  }

  @Test
  void whatIsLeftOpenBelongsToTheLastStatement() {
    assertEquals(List.of("SELECT 1", "SELECT 'a; b"), split("SELECT 1; SELECT 'a; b"));
    assertEquals(List.of("SELECT (1; SELECT 2"), split("SELECT (1; SELECT 2"));
    assertEquals(List.of("/* a"), split("/* a"));
  }
}
