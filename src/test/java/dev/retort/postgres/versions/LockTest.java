package dev.retort.postgres.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.RunEvent;
import dev.retort.execute.RunResult;
import dev.retort.execute.failure.LockHeldException;
import dev.retort.execute.failure.PlanChangedException;
import dev.retort.execute.failure.RunCancelledException;
import dev.retort.execute.failure.StatementFailedException;
import dev.retort.execute.failure.VersionWriteException;
import dev.retort.execute.state.SessionInfo;
import dev.retort.plan.Plan;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.testing.TestPlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs that meet others: on the run's own lock, and on locks of the server's. */
@Tag("db")
@ExtendWith(PgExtension.class)
class LockTest {
  /** Waits until somebody lets go of the advisory lock 99. */
  private static final String WAIT = "SELECT pg_advisory_xact_lock(99)";

  private static final Plan SLOW = TestPlan.from().to("a", WAIT).plan();

  private static void started(Runs runs) {
    PgDatabase.await(
        "the statement starts", () -> !runs.events(RunEvent.StatementStarted.class).isEmpty());
  }

  /** A connection that holds the advisory lock 99. */
  private static Connection gate(PgDatabase database) throws SQLException {
    Connection gate = database.connect();
    try (Statement statement = gate.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(99)");
    }
    return gate;
  }

  @Test
  void aSecondRunIsToldWhoHoldsTheLockAndRefusedInTime(PgDatabase database) throws SQLException {
    Runs first = Runs.on(database);
    Runs second = Runs.on(database).lockWait(Duration.ofMillis(300));
    CompletableFuture<RunResult> running;
    try (Connection gate = gate(database)) {
      running = first.start(SLOW);
      started(first);
      LockHeldException refused = assertThrows(LockHeldException.class, () -> second.run(SLOW));
      SessionInfo holder = refused.holder().orElseThrow();
      assertEquals("retort test", holder.application());
      assertEquals("postgres", holder.role());
      assertTrue(holder.since().isPresent());
      RunEvent.LockWaiting waiting = second.events(RunEvent.LockWaiting.class).getLast();
      assertTrue(waiting.display().contains("retort test"), waiting.display());
      assertEquals(Duration.ofMillis(300), waiting.limit());
      assertTrue(refused.message().contains(", running: SELECT pg_advisory"), refused.message());
      assertEquals(holder, first.database().state().lockHolder().orElseThrow());
      assertFalse(gate.isClosed());
    }
    running.join();
    assertTrue(first.database().state().lockHolder().isEmpty());
  }

  @Test
  void aRoleWithFewRightsSeesWhoHoldsTheLockAsFarAsItMay(PgDatabase database) throws SQLException {
    String role = database.role("reader");
    Runs first = Runs.on(database);
    CompletableFuture<RunResult> running;
    try (Connection gate = gate(database)) {
      running = first.start(SLOW);
      started(first);
      SessionInfo holder =
          Runs.on(database.settings(role)).database().state().lockHolder().orElseThrow();
      assertEquals("retort test", holder.application());
      assertEquals(Optional.empty(), holder.since());
      assertEquals(Optional.empty(), holder.query());
      assertFalse(gate.isClosed());
    }
    running.join();
  }

  @Test
  void aSecondRunWaitsAndThenFindsThatThePlanHasChanged(PgDatabase database) throws SQLException {
    Runs first = Runs.on(database);
    Runs second = Runs.on(database);
    CompletableFuture<RunResult> running;
    CompletableFuture<RunResult> waiting;
    try (Connection gate = gate(database)) {
      running = first.start(SLOW);
      started(first);
      waiting = second.start(SLOW);
      PgDatabase.await(
          "the second waits", () -> !second.events(RunEvent.LockWaiting.class).isEmpty());
      assertFalse(gate.isClosed());
    }
    running.join();
    Runs.failure(waiting, PlanChangedException.class);
  }

  @Test
  void waitingForTheLockCanBeCancelled(PgDatabase database) throws SQLException {
    Runs first = Runs.on(database);
    Runs second = Runs.on(database);
    CompletableFuture<RunResult> running;
    try (Connection gate = gate(database)) {
      running = first.start(SLOW);
      started(first);
      CompletableFuture<RunResult> waiting = second.start(SLOW);
      PgDatabase.await(
          "the second waits", () -> !second.events(RunEvent.LockWaiting.class).isEmpty());
      second.cancel();
      RunCancelledException cancelled = Runs.failure(waiting, RunCancelledException.class);
      assertTrue(cancelled.message().contains("had not begun"), cancelled.message());
      assertFalse(gate.isClosed());
    }
    running.join();
  }

  @Test
  void runsOnDifferentVersionTablesDoNotWaitForEachOther(PgDatabase database) throws SQLException {
    database.execute("CREATE SCHEMA other");
    Runs first = Runs.on(database);
    CompletableFuture<RunResult> running;
    try (Connection gate = gate(database)) {
      running = first.start(SLOW);
      started(first);
      VersionTable elsewhere = new VersionTable("alembic_version", Optional.of("other"));
      Runs second = Runs.on(database).table(elsewhere).lockWait(Duration.ZERO);
      second.run(TestPlan.from().to("b", "SELECT 1").plan());
      assertFalse(gate.isClosed());
    }
    running.join();
    assertEquals(List.of("b"), database.query("SELECT version_num FROM other.alembic_version"));
    assertEquals(List.of("a"), database.query("SELECT version_num FROM alembic_version"));
  }

  @Test
  void anIndexIsBuiltConcurrentlyWhileAnotherRunWaitsForTheLock(PgDatabase database)
      throws SQLException {
    database.execute("CREATE TABLE t (x int)");
    Plan plan = TestPlan.from().autocommit("a", "CREATE INDEX CONCURRENTLY i ON t (x)").plan();
    Runs first = Runs.on(database);
    Runs second = Runs.on(database);
    CompletableFuture<RunResult> running;
    CompletableFuture<RunResult> waiting;
    try (Connection writer = database.connect();
        Statement statement = writer.createStatement()) {
      // An open writer keeps the index from being finished until the second run polls.
      writer.setAutoCommit(false);
      statement.execute("INSERT INTO t VALUES (1)");
      running = first.start(plan);
      started(first);
      waiting = second.start(plan);
      PgDatabase.await(
          "the second waits", () -> !second.events(RunEvent.LockWaiting.class).isEmpty());
      writer.commit();
    }
    running.orTimeout(60, TimeUnit.SECONDS).join();
    Runs.failure(waiting, PlanChangedException.class);
    assertTrue(database.holds("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"));
  }

  @Test
  void aLockTimeOutIsToldWithWhoHeldTheLock(PgDatabase database) throws SQLException {
    database.execute("CREATE TABLE t (x int)");
    Runs runs = Runs.on(database).lockTimeout(Duration.ofSeconds(3), 0);
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE t");
      StatementFailedException failed =
          assertThrows(
              StatementFailedException.class,
              () -> runs.run(TestPlan.from().to("a", "ALTER TABLE t ADD y int").plan()));
      assertEquals("lock-timeout", failed.code());
      int blocker = ((org.postgresql.PGConnection) other).getBackendPID();
      assertTrue(failed.message().contains("It waited for process " + blocker), failed.message());
      assertEquals(
          blocker,
          runs.events(RunEvent.StatementBlocked.class).getFirst().by().getFirst().processId());
      other.rollback();
    }
    assertTrue(database.holds("to_regclass('alembic_version') IS NULL"));
  }

  @Test
  void aStepThatMetALockTimeOutIsTriedAgainUntilItFits(PgDatabase database) throws SQLException {
    database.execute("CREATE TABLE t (x int)");
    Runs runs = Runs.on(database).lockTimeout(Duration.ofMillis(100), 1000);
    CompletableFuture<RunResult> running;
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE t");
      running =
          runs.start(
              TestPlan.from().to("a", "CREATE TABLE u ()", "ALTER TABLE t ADD y int").plan());
      // A wait may be over before anybody has looked who is in the way; the next one tells it.
      PgDatabase.await(
          "a retry that knows who was in the way",
          () ->
              runs.events(RunEvent.StepRetrying.class).stream()
                  .anyMatch(retry -> retry.by().size() == 1));
      other.rollback();
    }
    running.join();
    assertEquals(List.of("a"), database.query("SELECT version_num FROM alembic_version"));
    RunEvent.StepRetrying first = runs.events(RunEvent.StepRetrying.class).getFirst();
    assertEquals(1, first.attempt());
    assertEquals(1001, first.attempts());
  }

  @Test
  void aRowThatAnotherToolHoldsIsWaitedForNoLongerThanTheLockTimeOut(PgDatabase database)
      throws SQLException {
    Runs.on(database).run(TestPlan.from().to("a", "SELECT 1").plan());
    Runs runs = Runs.on(database).lockTimeout(Duration.ofMillis(300), 0);
    try (Connection alembic = database.connect();
        Statement statement = alembic.createStatement()) {
      alembic.setAutoCommit(false);
      statement.execute("UPDATE alembic_version SET version_num = 'z'");
      VersionWriteException failed =
          assertThrows(
              VersionWriteException.class,
              () -> runs.run(TestPlan.from("a").to("b", "CREATE TABLE t ()").plan()));
      assertEquals("lock-timeout", failed.code());
      alembic.rollback();
    }
    assertTrue(database.holds("to_regclass('t') IS NULL"));
  }
}
