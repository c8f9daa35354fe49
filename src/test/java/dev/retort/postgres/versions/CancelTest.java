package dev.retort.postgres.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.Cancellation;
import dev.retort.execute.Executor;
import dev.retort.execute.RunEvent;
import dev.retort.execute.RunOptions;
import dev.retort.execute.RunOptions.Scope;
import dev.retort.execute.RunResult;
import dev.retort.execute.failure.RunCancelledException;
import dev.retort.execute.failure.StatementFailedException;
import dev.retort.plan.Plan;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.testing.TestPlan;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs that are stopped, by the user or by a time-out. */
@Tag("db")
@ExtendWith(PgExtension.class)
class CancelTest {
  private static final Plan LONG =
      TestPlan.from().to("a", "CREATE TABLE t ()", "SELECT pg_sleep(600)").plan();

  private static void sleeping(PgDatabase database) {
    database.await(
        "EXISTS (SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
            + " AND datname = current_database())");
  }

  @Test
  void aStatementUnderWayIsCancelledOnTheServer(PgDatabase database) {
    Runs runs = Runs.on(database);
    CompletableFuture<RunResult> running = runs.start(LONG);
    sleeping(database);
    runs.cancel();
    RunCancelledException cancelled = Runs.failure(running, RunCancelledException.class);
    assertEquals(
        "Cancelled. Nothing of revision a was applied; the database is at base.",
        cancelled.message());
    assertTrue(database.holds("to_regclass('t') IS NULL"));
  }

  @Test
  void interruptingTheRunsThreadCancelsAndKeepsTheInterrupt(PgDatabase database)
      throws InterruptedException {
    Runs runs = Runs.on(database);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>(false);
    Thread runner =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    runs.run(LONG);
                  } catch (RunCancelledException e) {
                    thrown.set(e);
                    flag.set(Thread.currentThread().isInterrupted());
                  }
                });
    sleeping(database);
    runner.interrupt();
    runner.join();
    assertTrue(thrown.get() instanceof RunCancelledException);
    assertTrue(flag.get());
  }

  @Test
  void anAutocommitStatementThatIsCancelledLeavesItsMark(PgDatabase database) {
    Runs runs = Runs.on(database);
    CompletableFuture<RunResult> running =
        runs.start(
            TestPlan.from().autocommit("a", "CREATE TABLE t ()", "SELECT pg_sleep(600)").plan());
    sleeping(database);
    runs.cancel();
    RunCancelledException cancelled = Runs.failure(running, RunCancelledException.class);
    assertTrue(cancelled.message().contains("statement 1 of 2 is done"), cancelled.message());
    assertEquals(1, runs.database().state().interruption().orElseThrow().statement());
  }

  @Test
  void aSlowDeferredCheckAtTheEndIsCancelledAsWell(PgDatabase database) {
    Runs runs = Runs.on(database);
    CompletableFuture<RunResult> running =
        runs.start(
            TestPlan.from()
                .to(
                    "a",
                    "CREATE TABLE t (x int)",
                    "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN PERFORM pg_sleep(600); RETURN NULL; END $$",
                    "CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON t DEFERRABLE INITIALLY"
                        + " DEFERRED FOR EACH ROW EXECUTE FUNCTION slow()",
                    "INSERT INTO t VALUES (1)")
                .plan());
    sleeping(database);
    runs.cancel();
    Runs.failure(running, RunCancelledException.class);
    assertTrue(database.holds("to_regclass('t') IS NULL"));
  }

  @Test
  void cancellingBeforeItStartsDoesNothingAtAll(PgDatabase database) {
    Runs runs = Runs.on(database);
    runs.cancel();
    assertThrows(RunCancelledException.class, () -> runs.run(LONG));
    assertTrue(runs.events(RunEvent.StatementStarted.class).isEmpty());
    assertTrue(database.holds("to_regclass('alembic_version') IS NULL"));
  }

  @Test
  void aStatementThatMetItsTimeOutIsAFailure(PgDatabase database) {
    RunOptions options =
        new RunOptions(
            Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ZERO, 0, Scope.PER_REVISION);
    StatementFailedException failed =
        assertThrows(
            StatementFailedException.class,
            () ->
                new Executor(Runs.on(database).database())
                    .run(LONG, options, event -> {}, new Cancellation()));
    assertEquals("statement-cancelled", failed.code());
  }

  @Test
  void aListenerThatFailsStopsTheStatementOnTheServer(PgDatabase database) {
    Plan plan =
        TestPlan.from()
            .to("a", "DO $$ BEGIN RAISE NOTICE 'listen'; PERFORM pg_sleep(600); END $$")
            .plan();
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                new Executor(Runs.on(database).database())
                    .run(
                        plan,
                        RunOptions.defaults(),
                        event -> {
                          if (event instanceof RunEvent.NoticeRaised) {
                            throw new IllegalStateException("deaf");
                          }
                        },
                        new Cancellation()));
    assertEquals("deaf", thrown.getMessage());
    database.await(
        "NOT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
            + " AND datname = current_database())");
  }
}
