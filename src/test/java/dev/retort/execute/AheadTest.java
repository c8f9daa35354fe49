package dev.retort.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.plan.PlannedStatement;
import dev.retort.plan.PlannedStatement.Purpose;
import dev.retort.sql.StatementKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AheadTest {

  @Test
  void plainStatementsGoTogether() {
    assertEquals(
        List.of(3),
        ends("CREATE TABLE t (a int)", "INSERT INTO t VALUES (1)", "COMMENT ON TABLE t IS 'x'"));
  }

  @Test
  void whatMightEndATransactionIsWaitedForAlone() {
    assertEquals(
        List.of(1, 2, 4),
        ends("CREATE TABLE t ()", "CALL fill(1)", "DROP TABLE t", "ALTER TABLE u ADD a int"));
    assertEquals(List.of(1, 2), ends("DO $$ BEGIN END $$", "SELECT 1"));
  }

  @Test
  void verifyQueriesDecideWhatFollowsAndGoAlone() {
    PlannedStatement verify =
        new PlannedStatement(Purpose.VERIFY, 1, 1, "DELETE", "DELETE FROM t RETURNING true");
    assertEquals(1, Ahead.end(List.of(verify, statement("DROP TABLE t")), 0));
  }

  @Test
  void nothingLongIsUnderWayUnanswered() {
    String row = "INSERT INTO t VALUES ('" + "x".repeat(3_000) + "')";
    assertEquals(List.of(2, 4, 5), ends(row, row, row, row, row));
    String page = "INSERT INTO t VALUES ('" + "x".repeat(20_000) + "')";
    assertEquals(List.of(1, 2, 3), ends("DROP TABLE u", page, "DROP TABLE t"));
  }

  @Test
  void neitherAreMany() {
    List<String> many = Collections.nCopies(70, "DROP TABLE t");
    assertEquals(List.of(32, 64, 70), ends(many.toArray(String[]::new)));
  }

  @Test
  void theEndMayFollowWhatTakesNoLongerWhereMoreIsStored() {
    assertTrue(endMayFollow("CREATE TABLE t (a int)", "COMMENT ON TABLE t IS 'x'", "DROP VIEW v"));
    assertFalse(endMayFollow("CREATE TABLE t AS SELECT 1"));
    assertFalse(endMayFollow("CREATE TABLE t (a int)", "CREATE INDEX ON t (a)"));
    assertFalse(endMayFollow("ALTER TABLE t ADD a int"));
    assertFalse(endMayFollow("CREATE MATERIALIZED VIEW v AS SELECT 1"));
    assertFalse(endMayFollow("CREATE ROLE r"));
    assertFalse(endMayFollow("DO $$ BEGIN END $$"));
    assertFalse(endMayFollow("COMMENT ON TABLE t IS '" + "x".repeat(10_000) + "'"));
  }

  private static boolean endMayFollow(String... sql) {
    return Ahead.endMayFollow(Stream.of(sql).map(AheadTest::statement).toList());
  }

  private static List<Integer> ends(String... sql) {
    List<PlannedStatement> statements = new ArrayList<>();
    for (String one : sql) {
      statements.add(statement(one));
    }
    List<Integer> ends = new ArrayList<>();
    for (int at = 0; at < sql.length; at = ends.getLast()) {
      ends.add(Ahead.end(statements, at));
    }
    return ends;
  }

  private static PlannedStatement statement(String sql) {
    return new PlannedStatement(Purpose.MIGRATE, 1, 1, StatementKind.of(sql), sql);
  }
}
