package dev.retort.postgres.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.Cancellation;
import dev.retort.execute.Executor;
import dev.retort.execute.RunEvent;
import dev.retort.execute.RunOptions;
import dev.retort.execute.RunResult;
import dev.retort.execute.failure.PlanChangedException;
import dev.retort.execute.failure.StatementFailedException;
import dev.retort.execute.failure.UnfitServerException;
import dev.retort.execute.failure.VersionTableException;
import dev.retort.execute.failure.VersionWriteException;
import dev.retort.execute.state.ServerError;
import dev.retort.plan.Plan;
import dev.retort.postgres.Access;
import dev.retort.revision.RevisionId;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.testing.TestPlan;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs on a real server: what is done, what is told, and where the database is afterwards. */
@Tag("db")
@ExtendWith(PgExtension.class)
class RunTest {

  private static List<String> heads(PgDatabase database) {
    return database.query("SELECT version_num FROM alembic_version");
  }

  private static boolean hasTable(PgDatabase database, String table) {
    return database.holds("to_regclass('" + table + "') IS NOT NULL");
  }

  @Test
  void anUpgradeRunsItsStatementsAndMovesTheRows(PgDatabase database) {
    Plan plan =
        TestPlan.from()
            .to("a", "CREATE TABLE t (x int)", "INSERT INTO t VALUES (1), (2)")
            .to("b", "UPDATE t SET x = x + 1", "SELECT * FROM t")
            .plan();

    Runs runs = Runs.on(database);
    RunResult result = runs.run(plan);

    assertEquals(2, result.steps());
    assertEquals(4, result.statements());
    assertEquals(List.of(new RevisionId("b")), result.headsAfter());
    assertEquals(List.of("b"), heads(database));
    assertEquals(List.of("2", "3"), database.query("SELECT x FROM t ORDER BY x"));
    assertEquals(
        List.of(-1L, 2L, 2L, 2L),
        runs.events(RunEvent.StatementFinished.class).stream()
            .map(RunEvent.StatementFinished::rows)
            .toList());
  }

  @Test
  void theVersionTableIsTheOneAlembicMakes(PgDatabase database) {
    Runs.on(database).run(TestPlan.from().plan());
    assertEquals(
        List.of("version_num character varying(32) true"),
        database.query(
            "SELECT attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull FROM"
                + " pg_attribute WHERE attrelid = 'alembic_version'::regclass AND attnum > 0"));
    assertEquals(
        List.of("alembic_version_pkc PRIMARY KEY (version_num)"),
        database.query(
            "SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint"
                + " WHERE conrelid = 'alembic_version'::regclass AND contype = 'p'"));
  }

  @Test
  void aFailureInTheMiddleLeavesNothingOfItsStep(PgDatabase database) {
    Plan plan =
        TestPlan.from()
            .to("a", "CREATE TABLE first ()")
            .to("b", "CREATE TABLE second ()", "INSERT INTO nowhere VALUES (1)")
            .plan();

    StatementFailedException failed =
        assertThrows(StatementFailedException.class, () -> Runs.on(database).run(plan));

    assertEquals("statement-failed", failed.code());
    assertEquals("42P01", failed.error().orElseThrow().sqlState());
    assertEquals(11, failed.place().line());
    assertEquals("INSERT INTO ".length() + 1, failed.place().column());
    assertEquals(
        "Revision b, upgrade, statement 2 of 2 (migrations/b.sql:11:13): relation \"nowhere\" does"
            + " not exist [42P01]. 1 of 2 steps is done and stays. Nothing of revision b was"
            + " applied; the database is at a.",
        failed.message());
    assertTrue(hasTable(database, "first"));
    assertTrue(!hasTable(database, "second"));
    assertEquals(List.of("a"), heads(database));
  }

  @Test
  void anErrorSaysEverythingTheServerSaid(PgDatabase database) {
    Plan plan =
        TestPlan.from()
            .to(
                "a",
                "CREATE TABLE t (x int CONSTRAINT positive CHECK (x > 0))",
                "DO $$ BEGIN INSERT INTO t VALUES (-1); END $$")
            .plan();
    StatementFailedException failed =
        assertThrows(StatementFailedException.class, () -> Runs.on(database).run(plan));
    ServerError error = failed.error().orElseThrow();
    assertEquals("23514", error.sqlState());
    assertEquals("ERROR", error.severity());
    assertEquals("Failing row contains (-1).", error.detail().orElseThrow());
    assertEquals("positive", error.objects().get("constraint"));
    assertEquals("t", error.objects().get("table"));
    assertEquals("public", error.objects().get("schema"));
    assertTrue(error.where().orElseThrow().contains("inline_code_block"));
    assertEquals("positive", failed.details().get("constraint"));
    assertEquals(11, failed.details().get("line"));
  }

  @Test
  void anErrorIsFoundInTheFileAfterCharactersOutsideTheBasicPlane(PgDatabase database) {
    String sql = "SELECT '\uD83D\uDE00\uD83D\uDE00',\n  '\uD83D\uDE00', nonsense";
    StatementFailedException failed =
        assertThrows(
            StatementFailedException.class,
            () -> Runs.on(database).run(TestPlan.from().to("a", sql).plan()));
    assertEquals(11, failed.place().line());
    assertEquals(sql.indexOf("nonsense") - sql.indexOf('\n'), failed.place().column());
  }

  @Test
  void whatWasReviewedIsSentVerbatim(PgDatabase database) {
    String odd =
        "INSERT INTO seen SELECT query FROM pg_stat_activity WHERE pid = pg_backend_pid()"
            + " AND '{\"a\":1}'::jsonb ? 'a' AND '{\"a\":1}'::jsonb ?| array['a'] -- {d x} :name\n"
            + "  AND '{fn now()}' <> E'\\'{' AND 1::int = 1 AND $q$;$q$ = ';' /* ? */";
    Runs.on(database).run(TestPlan.from().to("a", "CREATE TABLE seen (sql text)", odd).plan());
    assertEquals(List.of(odd), database.query("SELECT sql FROM seen"));
  }

  @Test
  void noticesAreToldWhileTheStatementRuns(PgDatabase database) throws Exception {
    Runs runs = Runs.on(database);
    Plan plan =
        TestPlan.from()
            .to(
                "a",
                "DO $$ BEGIN RAISE NOTICE 'half way'; PERFORM pg_advisory_lock(99);"
                    + " RAISE WARNING 'done'; END $$")
            .plan();
    CompletableFuture<RunResult> running;
    try (Connection blocker = database.connect();
        Statement statement = blocker.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(99)");
      running = runs.start(plan);
      PgDatabase.await(
          "the first notice", () -> !runs.events(RunEvent.NoticeRaised.class).isEmpty());
    }
    running.join();
    assertEquals(
        List.of("NOTICE half way", "WARNING done"),
        runs.events(RunEvent.NoticeRaised.class).stream()
            .map(notice -> notice.severity() + " " + notice.message())
            .toList());
  }

  @Test
  void aVerifyQueryThatIsFalseOrNullFailsTheStep(PgDatabase database) {
    for (String query :
        List.of("SELECT true UNION ALL SELECT false", "SELECT null::int", "SELECT 1/0")) {
      StatementFailedException failed =
          assertThrows(
              StatementFailedException.class,
              () ->
                  Runs.on(database)
                      .run(TestPlan.from().verified("a", "CREATE TABLE t ()", query).plan()),
              query);
      assertEquals(20, failed.place().line());
      assertTrue(!hasTable(database, "t"), query);
    }
  }

  @Test
  void aVerifyQueryThatHoldsOrHasNoRowsIsFine(PgDatabase database) {
    Runs.on(database)
        .run(
            TestPlan.from()
                .verified("a", "CREATE TABLE t ()", "SELECT true, false")
                .verified("b", "CREATE TABLE u ()", "SELECT false WHERE false")
                .verified("c", "CREATE TABLE v ()", "SELECT 'f'")
                .plan());
    assertEquals(List.of("c"), heads(database));
  }

  @Test
  void theWholeRunIsRolledBackOnRequest(PgDatabase database) {
    Plan plan = TestPlan.from().to("a", "CREATE TABLE first ()").to("b", "SELECT nonsense").plan();
    StatementFailedException failed =
        assertThrows(StatementFailedException.class, () -> Runs.on(database).wholeRun().run(plan));
    assertEquals(
        "Nothing of this run was applied; the database is at base.", failed.aftermath().text());
    assertTrue(!hasTable(database, "first"));
    assertTrue(!hasTable(database, "alembic_version"));
  }

  @Test
  void theWholeRunIsCommittedAtOnce(PgDatabase database) {
    Runs.on(database)
        .wholeRun()
        .run(
            TestPlan.from()
                .to("a", "CREATE TABLE first AS SELECT txid_current()")
                .to("b", "INSERT INTO first SELECT txid_current()")
                .plan());
    assertEquals(List.of("1"), database.query("SELECT count(DISTINCT txid_current) FROM first"));
    assertEquals(List.of("b"), heads(database));
  }

  @Test
  void aRowThatIsThereTwiceFailsTheStepInAlembicsWords(PgDatabase database) {
    database.execute(
        "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL);"
            + "INSERT INTO alembic_version VALUES ('a'), ('a')");
    VersionWriteException failed =
        assertThrows(
            VersionWriteException.class,
            () -> Runs.on(database).run(TestPlan.from("a").to("b", "CREATE TABLE t ()").plan()));
    assertEquals("version-row", failed.code());
    assertTrue(
        failed
            .message()
            .startsWith(
                "Online migration expected to match one row when updating 'a' to 'b' in"
                    + " 'alembic_version'; 2 found"),
        failed.message());
    assertTrue(!hasTable(database, "t"));
  }

  @Test
  void aDeferredConstraintThatFailsAtTheEndIsTheStepsFailure(PgDatabase database) {
    VersionWriteException failed =
        assertThrows(
            VersionWriteException.class,
            () ->
                Runs.on(database)
                    .run(
                        TestPlan.from()
                            .to(
                                "a",
                                "CREATE TABLE p (id int PRIMARY KEY)",
                                "CREATE TABLE c (id int REFERENCES p DEFERRABLE INITIALLY"
                                    + " DEFERRED)",
                                "INSERT INTO c VALUES (1)")
                            .plan()));
    assertEquals("commit-failed", failed.code());
    assertTrue(failed.message().startsWith("Ending revision a failed: "), failed.message());
    assertTrue(!hasTable(database, "c"));
  }

  @Test
  void aDatabaseThatHasMovedIsRefused(PgDatabase database) {
    Runs.on(database).run(TestPlan.from().to("a", "SELECT 1").plan());
    PlanChangedException refused =
        assertThrows(
            PlanChangedException.class,
            () -> Runs.on(database).run(TestPlan.from().to("a", "CREATE TABLE t ()").plan()));
    assertEquals("plan-changed", refused.code());
    assertTrue(!hasTable(database, "t"));
  }

  @Test
  void aReadOnlyProfileIsRefusedAndTheServerWouldRefuseAsWell(PgDatabase database) {
    Executor executor = new Executor(Runs.on(database).database(Access.READ_ONLY));
    UnfitServerException refused =
        assertThrows(
            UnfitServerException.class,
            () ->
                executor.run(
                    TestPlan.from().to("a", "CREATE TABLE t ()").plan(),
                    RunOptions.defaults(),
                    event -> {},
                    new Cancellation()));
    assertEquals("read-only", refused.code());
  }

  @Test
  void aTableThatIsNoVersionTableIsRefusedWithItsColumns(PgDatabase database) {
    database.execute("CREATE TABLE alembic_version (version_num varchar(32), dirty boolean)");
    VersionTableException refused =
        assertThrows(
            VersionTableException.class, () -> Runs.on(database).run(TestPlan.from().plan()));
    assertEquals(List.of("dirty boolean"), refused.details().get("columns"));
  }

  @Test
  void idsAreWrittenAsTheyAreWhateverTheyContain(PgDatabase database) {
    Runs.on(database).run(TestPlan.from().to("it's", "SELECT 1").to("a\\'b\"", "SELECT 1").plan());
    assertEquals(List.of("a\\'b\""), heads(database));
  }

  @Test
  void anIdThatIsTooLongForTheTableLeavesNothing(PgDatabase database) {
    VersionWriteException failed =
        assertThrows(
            VersionWriteException.class,
            () ->
                Runs.on(database)
                    .run(TestPlan.from().to("x".repeat(33), "CREATE TABLE t ()").plan()));
    assertTrue(failed.message().contains("22001"), failed.message());
    assertTrue(!hasTable(database, "t"));
  }

  @Test
  void aStatementThatWouldEndTheTransactionStopsTheRun(PgDatabase database) {
    StatementFailedException failed =
        assertThrows(
            StatementFailedException.class,
            () ->
                Runs.on(database)
                    .run(TestPlan.from().to("a", "COMMIT", "CREATE TABLE t ()").plan()));
    assertEquals("transaction-ended", failed.code());
    assertTrue(!hasTable(database, "t"));
  }

  @Test
  void aStampWritesNothingButRows(PgDatabase database) {
    Runs.on(database).run(TestPlan.from().stamp("a").stamp("b").plan());
    assertEquals(List.of("b"), heads(database));
  }

  @Test
  void aResultOfManyRowsIsNotKept(PgDatabase database) {
    Runs runs = Runs.on(database);
    runs.run(
        TestPlan.from().to("a", "SELECT repeat('x', 1000) FROM generate_series(1, 300000)").plan());
    assertEquals(300_000, runs.events(RunEvent.StatementFinished.class).getFirst().rows());
  }
}
