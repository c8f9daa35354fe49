package dev.retort.postgres.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.RunEvent;
import dev.retort.execute.RunResult;
import dev.retort.execute.failure.RunCancelledException;
import dev.retort.execute.failure.StatementFailedException;
import dev.retort.plan.HalfMade;
import dev.retort.plan.Plan;
import dev.retort.plan.resume.Choice;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.testing.TestPlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Steps outside of transactions in the way of others: what waits, what is tried again. */
@Tag("db")
@ExtendWith(PgExtension.class)
class GivingWayTest {
  private static final Duration TIMEOUT = Duration.ofMillis(150);

  /** A run's session has waited for a lock for much longer than its lock time-out. */
  private static final String PATIENT =
      "EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%s%%'"
          + " AND clock_timestamp() - query_start > interval '600 ms')";

  private static final String INDEX = "CREATE UNIQUE INDEX CONCURRENTLY i ON t (x)";

  private static Resuming invalidIndex(PgDatabase database) {
    database.execute("CREATE TABLE t AS SELECT 1 AS x FROM generate_series(1, 2)");
    Resuming a = Resuming.of(database, INDEX + ";\n");
    assertThrows(StatementFailedException.class, () -> Runs.on(database).run(a.whole()));
    database.execute("DELETE FROM t WHERE ctid = '(0,1)'");
    return a;
  }

  private static Connection holding(PgDatabase database, String sql) throws SQLException {
    Connection connection = database.connect();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    return connection;
  }

  @Test
  void cleaningUpWaitsForReadersAsLongAsTheStatementItPrepares(PgDatabase database)
      throws SQLException {
    Resuming a = invalidIndex(database);
    CompletableFuture<RunResult> running;
    try (Connection reader = holding(database, "SELECT * FROM t")) {
      running = Runs.on(database).lockTimeout(TIMEOUT, 0).start(a.resumer().finish(Choice.PROVEN));
      database.await(PATIENT.formatted("DROP INDEX"));
      reader.rollback();
    }
    running.join();
    assertEquals(List.of("a"), database.query("SELECT version_num FROM alembic_version"));
    assertTrue(
        database.holds("(SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass)"));
  }

  @Test
  void cleaningUpAloneWaitsAsLong(PgDatabase database) throws SQLException {
    Resuming a = invalidIndex(database);
    CompletableFuture<RunResult> running;
    try (Connection reader = holding(database, "SELECT * FROM t")) {
      running = Runs.on(database).lockTimeout(TIMEOUT, 0).start(a.resumer().cleanup());
      database.await(PATIENT.formatted("DROP INDEX"));
      reader.rollback();
    }
    running.join();
    assertTrue(database.holds("to_regclass('i') IS NULL"));
  }

  @Test
  void whatFailsWhileCleaningUpIsNotPutDownToTheFile(PgDatabase database) throws SQLException {
    Resuming a = invalidIndex(database);
    for (Plan plan : List.of(a.resumer().finish(Choice.PROVEN), a.resumer().cleanup())) {
      try (Connection reader = holding(database, "SELECT * FROM t")) {
        Runs runs = Runs.on(database);
        CompletableFuture<RunResult> running = runs.start(plan);
        database.await(
            "SELECT coalesce(bool_or(pg_cancel_backend(pid)), false) FROM pg_stat_activity"
                + " WHERE wait_event_type = 'Lock' AND query LIKE 'DROP INDEX%'");
        StatementFailedException failed = Runs.failure(running, StatementFailedException.class);
        assertTrue(
            failed.message().contains("DROP INDEX CONCURRENTLY IF EXISTS public.i)"),
            failed.message());
        assertFalse(failed.message().contains(":0:0"), failed.message());
        assertFalse(failed.details().containsKey("line"), failed.details().toString());
        assertEquals("cleanup", failed.details().get("purpose"));
        assertTrue(failed.hint().contains("'retort cleanup'"), failed.hint());
        reader.rollback();
      }
    }
  }

  @Test
  void aStatementThatGoesWithItsMarkIsTriedAgainAndTheSettingsBeforeItHold(PgDatabase database)
      throws SQLException {
    database.execute("CREATE TABLE t (x int)");
    Runs runs = Runs.on(database).lockTimeout(TIMEOUT, 1000);
    CompletableFuture<RunResult> running;
    try (Connection other = holding(database, "LOCK TABLE t")) {
      running =
          runs.start(
              TestPlan.from()
                  .autocommit(
                      "a",
                      "SET search_path = pg_temp, public",
                      "INSERT INTO public.t VALUES (length(current_setting('search_path')))",
                      "VACUUM t")
                  .plan());
      PgDatabase.await("a retry", () -> !runs.events(RunEvent.StatementRetrying.class).isEmpty());
      other.rollback();
    }
    running.join();
    assertEquals(List.of("15"), database.query("SELECT x FROM t"));
    assertEquals(List.of("a"), database.query("SELECT version_num FROM alembic_version"));
    RunEvent.StatementRetrying first = runs.events(RunEvent.StatementRetrying.class).getFirst();
    assertEquals(1, first.statement());
    assertEquals(1001, first.attempts());
  }

  @Test
  void aTransactionOfTheFilesOwnIsTriedAgainFromItsBeginning(PgDatabase database)
      throws SQLException {
    database.execute("CREATE TABLE t (x int); CREATE TABLE u (x int)");
    Runs runs = Runs.on(database).lockTimeout(TIMEOUT, 1000);
    CompletableFuture<RunResult> running;
    try (Connection other = holding(database, "LOCK TABLE t")) {
      running =
          runs.start(
              TestPlan.from()
                  .autocommit(
                      "a",
                      "BEGIN",
                      "INSERT INTO u VALUES (1)",
                      "INSERT INTO t VALUES (1)",
                      "COMMIT",
                      "VACUUM t")
                  .plan());
      PgDatabase.await("a retry", () -> !runs.events(RunEvent.StatementRetrying.class).isEmpty());
      other.rollback();
    }
    running.join();
    assertEquals(List.of("1"), database.query("SELECT x FROM u"));
    assertEquals(List.of("1"), database.query("SELECT x FROM t"));
    assertEquals(0, runs.events(RunEvent.StatementRetrying.class).getFirst().statement());
  }

  @Test
  void aTransactionOfTheFilesOwnThatFailsForGoodIsSaidToBeUndone(PgDatabase database) {
    StatementFailedException failed =
        assertThrows(
            StatementFailedException.class,
            () ->
                Runs.on(database)
                    .run(
                        TestPlan.from()
                            .autocommit(
                                "a",
                                "CREATE TABLE u (x int)",
                                "BEGIN",
                                "INSERT INTO u VALUES (1)",
                                "INSERT INTO u VALUES ('one')",
                                "COMMIT")
                            .plan()));
    assertTrue(
        failed.message().contains("statement 1 of 5 is done; statement 4 left nothing behind"),
        failed.message());
    assertEquals(List.of(), database.query("SELECT x FROM u"));
  }

  @Test
  void theVersionWriteAtTheEndIsTriedAgain(PgDatabase database) throws SQLException {
    Runs.on(database).run(TestPlan.from().to("a", "CREATE TABLE t ()").plan());
    Runs runs = Runs.on(database).lockTimeout(TIMEOUT, 1000);
    CompletableFuture<RunResult> running;
    try (Connection alembic = holding(database, "SELECT * FROM alembic_version FOR UPDATE")) {
      running = runs.start(TestPlan.from("a").autocommit("b", "VACUUM t").plan());
      PgDatabase.await("a retry", () -> !runs.events(RunEvent.StatementRetrying.class).isEmpty());
      alembic.rollback();
    }
    running.join();
    assertEquals(List.of("b"), database.query("SELECT version_num FROM alembic_version"));
    assertEquals(List.of(1), statements(runs));
  }

  private static List<Integer> statements(Runs runs) {
    return runs.events(RunEvent.StatementRetrying.class).stream()
        .map(RunEvent.StatementRetrying::statement)
        .distinct()
        .toList();
  }

  @Test
  void afterTheLastAttemptTheFailureTellsThemAllAndWhoWasInTheWay(PgDatabase database)
      throws SQLException {
    database.execute("CREATE TABLE t (x int)");
    Runs runs = Runs.on(database).lockTimeout(Duration.ofMillis(400), 1);
    try (Connection other = holding(database, "LOCK TABLE t")) {
      StatementFailedException failed =
          assertThrows(
              StatementFailedException.class,
              () -> runs.run(TestPlan.from().autocommit("a", "INSERT INTO t VALUES (1)").plan()));
      assertEquals(1, failed.aftermath().retries().size());
      assertTrue(failed.details().get("retries") instanceof List<?> retries && retries.size() == 1);
      assertTrue(
          failed.details().get("blockers") instanceof List<?> blockers && blockers.size() == 1);
      other.rollback();
    }
  }

  @Test
  void whoCancelsIsToldWhatIsLeft(PgDatabase database) throws SQLException {
    database.execute("CREATE TABLE t AS SELECT 1 AS x");
    try (Connection writer = holding(database, "INSERT INTO t VALUES (2)")) {
      Runs runs = Runs.on(database);
      CompletableFuture<RunResult> running =
          runs.start(TestPlan.from().autocommit("a", INDEX).plan());
      database.await(PATIENT.formatted("CREATE UNIQUE"));
      runs.cancel();
      RunCancelledException cancelled = Runs.failure(running, RunCancelledException.class);
      assertEquals(
          List.of(new HalfMade.InvalidIndex("public.i", "public.t")),
          cancelled.aftermath().halfMade());
      assertTrue(cancelled.hint().contains("'retort resume'"), cancelled.hint());
      assertTrue(cancelled.hint().contains("'retort cleanup'"), cancelled.hint());
      assertTrue(cancelled.hint().contains("'retort stamp'"), cancelled.hint());
      writer.rollback();
    }
  }

  @Test
  void whatTheServerAloneKnowsToRefuseATransactionIsMetWithTheMark(PgDatabase database) {
    database.execute(
        "CREATE TABLE p (x int PRIMARY KEY) PARTITION BY RANGE (x);CREATE FUNCTION ends() RETURNS"
            + " int LANGUAGE plpgsql AS 'BEGIN COMMIT; RETURN 1; END'");
    assertTrue(hint(database, "REINDEX TABLE p").contains("-- @upgrade autocommit"));
    assertTrue(hint(database, "DO 'BEGIN COMMIT; END'").contains("-- @upgrade autocommit"));
    assertFalse(hint(database, "SELECT ends()").contains("autocommit"));
    assertFalse(hint(database, "SELECT 1/0").contains("autocommit"));
  }

  private static String hint(PgDatabase database, String sql) {
    return assertThrows(
            StatementFailedException.class,
            () -> Runs.on(database).run(TestPlan.from().to("a", sql).plan()))
        .hint();
  }
}
