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
import java.util.List;
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

  /** Runs a command that waits for another session, which moves the database and lets go. */
  private Result moved(PgDatabase database, String how, String... command) throws SQLException {
    CompletableFuture<Result> running;
    try (Connection other = holding(database, LOCK)) {
      running =
          CompletableFuture.supplyAsync(
              () -> run(database, command), task -> Thread.ofPlatform().daemon().start(task));
      database.await(
          "EXISTS (SELECT FROM pg_stat_activity WHERE application_name LIKE 'retort %'"
              + " AND query LIKE '%pg_try_advisory_lock%')");
      try (Statement statement = other.createStatement()) {
        statement.execute(how);
      }
      other.commit();
    }
    return running.join();
  }

  private static String table(String row) {
    return "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);"
        + " INSERT INTO alembic_version VALUES ('"
        + row
        + "')";
  }

  @Test
  void anUpgradeThatWaitedFindsOutThatNothingIsLeftToDo(PgDatabase database) throws SQLException {
    Result done = moved(database, table("0001"), "upgrade", "head");
    assertEquals(0, done.exitCode(), done::err);
    assertTrue(
        done.err().contains("Another run has moved the database meanwhile; planned again.\n"),
        done::err);
    assertEquals(List.of("Upgrade to head: nothing to do, the database is at 0001."), done.lines());
  }

  @Test
  void anUpgradeThatWaitedRunsWhatIsLeftOfItAndSaysWhatThatIs(PgDatabase database)
      throws SQLException, IOException {
    Files.writeString(folder.resolve("0002_left.sql"), "CREATE TABLE was_left ();\n");
    Result done = moved(database, table("0001"), "upgrade", "head", "--yes");
    assertEquals(0, done.exitCode(), done::err);
    assertTrue(
        done.err().contains("planned again: Upgrade to head: 0001 -> 0002, 1 step, 1 statement.\n"),
        done::err);
    assertEquals(List.of("0002"), database.query("SELECT version_num FROM alembic_version"));
    assertEquals(
        List.of("1"), database.query("SELECT count(*) FROM pg_class WHERE relname = 'was_left'"));
  }

  @Test
  void thatItWasPlannedAgainIsInTheJsonOfIt(PgDatabase database) throws SQLException {
    Result done = moved(database, table("0001"), "upgrade", "heads", "--json");
    assertEquals(0, done.exitCode(), done::out);
    assertTrue(done.out().contains("\"planned_again\": 1"), done::out);
    assertTrue(done.out().contains("\"heads_before\": [ \"0001\" ]"), done::out);
    assertTrue(done.out().contains("\"application\": \"billing\""), done::out);
  }

  @Test
  void aPlanThatSomebodyReviewedIsNeverReplaced(PgDatabase database) throws SQLException {
    String plan = run(database, "plan", "upgrade", "head").lines().getLast();
    Result refused = moved(database, table("0001"), "upgrade", "head", "--digest", plan);
    assertEquals(4, refused.exitCode());
    assertTrue(refused.err().contains("The database has moved since the plan"), refused::err);
    assertFalse(refused.err().contains("planned again"), refused::err);
  }

  @Test
  void whatIsCountedFromWhereTheDatabaseWasIsNotPlannedAgain(PgDatabase database)
      throws SQLException, IOException {
    Files.writeString(folder.resolve("0002_left.sql"), "CREATE TABLE was_left ();\n");
    Result refused = moved(database, table("0001"), "upgrade", "+1");
    assertEquals(4, refused.exitCode());
    assertTrue(refused.err().contains("The database has moved since the plan"), refused::err);
    assertEquals(List.of("0001"), database.query("SELECT version_num FROM alembic_version"));
  }

  @Test
  void whatUndoesSomethingIsNotPlannedAgain(PgDatabase database) throws SQLException, IOException {
    for (String id : List.of("0001", "0002")) {
      Files.deleteIfExists(folder.resolve("0001_busy.sql"));
      Files.writeString(
          folder.resolve(id + ".sql"), "-- @upgrade\nSELECT 1;\n-- @downgrade\nSELECT 1;\n");
    }
    database.execute(table("0001"));
    Result refused =
        moved(database, "UPDATE alembic_version SET version_num = '0002'", "downgrade", "base");
    assertEquals(4, refused.exitCode());
    assertEquals(List.of("0002"), database.query("SELECT version_num FROM alembic_version"));
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
