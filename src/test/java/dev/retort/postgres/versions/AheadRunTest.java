package dev.retort.postgres.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.RunEvent;
import dev.retort.execute.failure.StatementFailedException;
import dev.retort.plan.Plan;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.testing.TestPlan;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Statements that are sent before the one before them is answered are told of as if they waited.
 */
@Tag("db")
@ExtendWith(PgExtension.class)
class AheadRunTest {
  private static final String TELLS =
      """
      CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE NOTICE 'row %', NEW.x; RETURN NEW; END $$\
      """;

  @Test
  void eachIsToldOfInOrderWithItsRowsAndNotices(PgDatabase database) {
    Plan plan =
        TestPlan.from()
            .to(
                "a",
                "CREATE TABLE t (x int)",
                TELLS,
                "CREATE TRIGGER tells BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tell()",
                "INSERT INTO t VALUES (1), (2)",
                "UPDATE t SET x = x + 1 WHERE x = 2",
                "INSERT INTO t VALUES (7)")
            .plan();
    Runs runs = Runs.on(database);
    runs.run(plan);
    assertEquals(
        List.of(
            "start 0",
            "end 0 -1",
            "start 1",
            "end 1 -1",
            "start 2",
            "end 2 -1",
            "start 3",
            "notice 3 row 1",
            "notice 3 row 2",
            "end 3 2",
            "start 4",
            "end 4 1",
            "start 5",
            "notice 5 row 7",
            "end 5 1"),
        runs.events().stream().map(AheadRunTest::words).filter(word -> !word.isEmpty()).toList());
  }

  @Test
  void whatFailsIsTheOneThatFailedAndNothingBehindItRuns(PgDatabase database) {
    Plan plan =
        TestPlan.from()
            .to(
                "a",
                "CREATE TABLE t (x int)",
                "INSERT INTO t VALUES (1)",
                "INSERT INTO nowhere VALUES (1)",
                "INSERT INTO t VALUES (2)",
                "DROP TABLE t")
            .plan();
    Runs runs = Runs.on(database);
    StatementFailedException failed =
        assertThrows(StatementFailedException.class, () -> runs.run(plan));
    assertTrue(failed.message().contains("statement 3 of 5"), failed.message());
    assertEquals("42P01", failed.error().orElseThrow().sqlState());
    assertEquals("INSERT INTO ".length() + 1, failed.place().column());
    assertEquals(2, runs.events(RunEvent.StatementFinished.class).size());
    assertEquals(3, runs.events(RunEvent.StatementStarted.class).size());
    assertTrue(database.holds("to_regclass('t') IS NULL"));
  }

  @Test
  void theOneThatIsUnderWayIsToldOfWhileItRuns(PgDatabase database) throws Exception {
    database.execute("CREATE TABLE gate (x int); CREATE TABLE t (x int)");
    Plan plan =
        TestPlan.from()
            .to(
                "a",
                "INSERT INTO t VALUES (1)",
                "ALTER TABLE gate ADD COLUMN y int",
                "INSERT INTO t VALUES (2)")
            .plan();
    CountDownLatch blocked = new CountDownLatch(1);
    Runs runs = Runs.on(database).lockTimeout(Duration.ofSeconds(20), 0);
    runs.when(RunEvent.StatementBlocked.class, blocked::countDown);
    try (java.sql.Connection other = database.connect();
        java.sql.Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("LOCK TABLE gate");
      var result = runs.start(plan);
      assertTrue(blocked.await(30, TimeUnit.SECONDS));
      assertEquals(1, runs.events(RunEvent.StatementFinished.class).size());
      assertEquals(1, runs.events(RunEvent.StatementBlocked.class).getFirst().statement());
      other.rollback();
      result.get(30, TimeUnit.SECONDS);
    }
    assertEquals(3, runs.events(RunEvent.StatementFinished.class).size());
    assertEquals(List.of("1", "2"), database.query("SELECT x FROM t ORDER BY x"));
  }

  private static String words(RunEvent event) {
    return switch (event) {
      case RunEvent.StatementStarted started -> "start " + started.statement();
      case RunEvent.StatementFinished finished ->
          "end " + finished.statement() + " " + finished.rows();
      case RunEvent.NoticeRaised notice -> "notice " + notice.statement() + " " + notice.message();
      default -> "";
    };
  }
}
