package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.testing.CliRun;
import dev.retort.testing.CliRun.Result;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are held up, as the command line tells it. */
@Tag("db")
@ExtendWith(PgExtension.class)
class WaitingTest {
  /** The run's own lock on the usual version table. */
  private static final String LOCK =
      "SELECT pg_advisory_lock(1381257812, hashtext('public.alembic_version'))";

  @TempDir Path folder;

  @BeforeEach
  void project() throws IOException {
    Files.writeString(folder.resolve("0001_busy.sql"), "ALTER TABLE busy ADD a int;\n");
  }

  private Result run(PgDatabase database, String... arguments) {
    return CliRun.in(folder, folder.resolve("home")).on(database).run(arguments);
  }

  private static Connection holding(PgDatabase database, String lock) throws SQLException {
    Connection connection = database.connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET application_name = 'billing'");
      connection.setAutoCommit(false);
      statement.execute(lock);
    }
    return connection;
  }

  @Test
  void whoHoldsTheRunsLockIsSaidAndTheWaitIsBounded(PgDatabase database) throws SQLException {
    try (Connection other = holding(database, LOCK)) {
      Result refused = run(database, "upgrade", "head", "--lock-wait", "200ms");
      assertEquals(4, refused.exitCode());
      assertTrue(
          refused.err().contains("waiting for another run on this database, up to 200 ms"),
          refused.err());
      assertTrue(refused.err().contains("(billing) of postgres from 127.0.0.1"), refused.err());
      assertTrue(refused.err().contains("running: SELECT pg_advisory_lock"), refused.err());

      Result json = run(database, "upgrade", "head", "--lock-wait", "0", "--json");
      assertEquals(4, json.exitCode());
      assertTrue(json.out().contains("\"code\": \"lock-held\""), json.out());
      assertTrue(json.out().contains("\"application\": \"billing\""), json.out());
      assertTrue(json.out().contains("\"query\": \"SELECT pg_advisory_lock"), json.out());
      other.rollback();
    }
  }

  @Test
  void whoHoldsATableIsSaidAndTheStepIsTriedAgain(PgDatabase database) throws SQLException {
    database.execute("CREATE TABLE busy ()");
    CompletableFuture<Result> running;
    try (Connection other = holding(database, "LOCK TABLE busy")) {
      running =
          CompletableFuture.supplyAsync(
              () ->
                  run(
                      database,
                      "upgrade",
                      "head",
                      "--lock-timeout",
                      "600ms",
                      "--lock-retries",
                      "100",
                      "--json"),
              task -> Thread.ofPlatform().daemon().start(task));
      // The pause: its session idles after a rollback.
      database.await(
          "EXISTS (SELECT FROM pg_stat_activity WHERE application_name = 'retort upgrade'"
              + " AND state = 'idle' AND query LIKE 'ROLLBACK%')");
      other.rollback();
    }
    Result done = running.join();
    assertEquals(0, done.exitCode(), done.out() + done.err());
    assertTrue(done.out().contains("\"retries\""), done.out());
    assertTrue(done.out().contains("\"application\": \"billing\""), done.out());
    assertTrue(done.out().contains("\"pause_ms\""), done.out());
  }

  @Test
  void aStepIsGivenUpAfterTheRetriesThatWereAllowed(PgDatabase database) throws SQLException {
    database.execute("CREATE TABLE busy ()");
    try (Connection other = holding(database, "LOCK TABLE busy")) {
      Result failed =
          run(database, "upgrade", "head", "--lock-timeout", "200ms", "--lock-retries", "1");
      assertEquals(1, failed.exitCode());
      assertTrue(failed.out().contains("(attempt 1 of 2 failed)"), failed.out());
      assertTrue(failed.err().contains("Trying again in"), failed.err());
      assertTrue(failed.err().contains("(billing)"), failed.err());
      other.rollback();
    }
  }

  @Test
  void aFailedRunTellsItsAttemptsAndTheSessionsInTheWayInJson(PgDatabase database)
      throws SQLException {
    database.execute("CREATE TABLE busy ()");
    try (Connection other = holding(database, "LOCK TABLE busy")) {
      Result failed =
          run(
              database,
              "upgrade",
              "head",
              "--lock-timeout",
              "400ms",
              "--lock-retries",
              "1",
              "--json");
      assertEquals(1, failed.exitCode());
      assertTrue(failed.out().contains("\"retries\": [ {"), failed.out());
      assertTrue(failed.out().contains("\"blockers\": [ {"), failed.out());
      assertTrue(failed.out().contains("\"application\": \"billing\""), failed.out());
      other.rollback();
    }
  }

  @Test
  void aPlanMadeDuringARunSaysSo(PgDatabase database) throws SQLException {
    try (Connection other = holding(database, LOCK)) {
      Result plan = run(database, "plan", "upgrade", "head");
      assertEquals(0, plan.exitCode());
      assertTrue(plan.err().contains("A run is under way: process "), plan.err());
      assertTrue(plan.err().contains("(billing) of postgres from 127.0.0.1"), plan.err());
      Result json = run(database, "plan", "upgrade", "head", "--json");
      assertTrue(json.out().contains("\"lock_holder\": \"process "), json.out());
      other.rollback();
    }
    assertFalse(run(database, "plan", "upgrade", "head").err().contains("under way"));
  }

  /** The mark alone would be waited for once, and the lock a second time. */
  @Test
  void whereAStepIsUnderWayTheWaitIsNoLonger(PgDatabase database) throws SQLException, IOException {
    Files.writeString(
        folder.resolve("0001_busy.sql"), "-- @upgrade autocommit\nVACUUM nothing_there;\n");
    assertEquals(1, run(database, "upgrade", "head").exitCode());
    try (Connection other = holding(database, LOCK)) {
      long start = System.nanoTime();
      Result refused = run(database, "upgrade", "head", "--lock-wait", "1s");
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      assertEquals(4, refused.exitCode());
      assertTrue(refused.err().contains("Another run is under way on this database"));
      assertTrue(took.compareTo(Duration.ofMillis(1900)) < 0, took.toString());
      other.rollback();
    }
  }
}
