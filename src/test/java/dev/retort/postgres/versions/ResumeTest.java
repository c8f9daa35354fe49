package dev.retort.postgres.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.RunResult;
import dev.retort.execute.failure.PlanChangedException;
import dev.retort.execute.failure.RunCancelledException;
import dev.retort.execute.failure.RunDisconnectedException;
import dev.retort.execute.failure.StatementFailedException;
import dev.retort.execute.state.DatabaseState;
import dev.retort.plan.Command;
import dev.retort.plan.Interruption.Reached;
import dev.retort.plan.Plan;
import dev.retort.plan.PlannedStatement;
import dev.retort.plan.PlannedStatement.Purpose;
import dev.retort.plan.resume.Choice;
import dev.retort.plan.resume.ResumeException;
import dev.retort.plan.resume.Situation;
import dev.retort.plan.resume.Verdict;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.testing.TcpProxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Autocommit steps that were stopped at every instant there is: what is known, and how it ends. */
@Tag("db")
@ExtendWith(PgExtension.class)
class ResumeTest {
  /** The line end tells the statement from the mark that quotes it, where the wire is cut. */
  private static final String INDEX = "CREATE INDEX CONCURRENTLY i\n ON t (x)";

  private static final String SECTION =
      "CREATE TABLE t AS SELECT 1 AS x;\n" + INDEX + ";\nINSERT INTO t VALUES (2);\n";

  private static final String WHERE_INDEX =
      "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('i')";

  /** Runs the whole step and cuts the wire at a message. */
  private static void cut(Resuming a, String text, boolean deliver) {
    try (TcpProxy proxy = TcpProxy.before(a.database())) {
      proxy.cutAt(text, deliver);
      assertThrows(
          RunDisconnectedException.class,
          () -> Runs.on(a.database().settings("postgres", proxy.port())).run(a.whole()));
    }
    a.database()
        .await(
            "NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND database ="
                + " (SELECT oid FROM pg_database WHERE datname = current_database()))");
  }

  private static void completes(Resuming a) {
    a.upgrade();
    PgDatabase database = a.database();
    assertEquals(List.of("a"), database.query("SELECT version_num FROM alembic_version"));
    assertEquals(List.of("t"), database.query(WHERE_INDEX));
    assertEquals(List.of("1", "2"), database.query("SELECT x FROM t ORDER BY x"));
    assertTrue(a.state().interruption().isEmpty());
    assertEquals(
        List.of("null"),
        database.query("SELECT obj_description('alembic_version'::regclass, 'pg_class')"));
  }

  @Test
  void stoppedBeforeTheFirstMarkNothingIsDone(PgDatabase database) {
    Resuming a = Resuming.of(database, SECTION);
    cut(a, "retort-mark", false);
    assertTrue(a.state().interruption().isEmpty());
    assertTrue(database.holds("to_regclass('t') IS NULL"));
    completes(a);
  }

  @Test
  void aStatementAndItsMarkThatReachedTheServerAreBothThere(PgDatabase database) {
    Resuming a = Resuming.of(database, SECTION);
    cut(a, "retort-mark", true);
    Situation situation = a.situation();
    assertEquals(
        "Statement 1 is done; statement 2 has not taken effect.", situation.interruption().known());
    assertEquals(Reached.WAITING, situation.interruption().reached());
    completes(a);
  }

  @Test
  void stoppedBetweenTheMarkAndItsStatementItHasMadeNoIndex(PgDatabase database) {
    Resuming a = Resuming.of(database, SECTION);
    cut(a, "i\n ON", false);
    Situation situation = a.situation();
    assertEquals(
        "Statement 1 is done; statement 2 was under way, and may or may not have taken effect.",
        situation.interruption().known());
    assertEquals("Statement 2 made no index, and runs again.", situation.verdict().words());
    completes(a);
  }

  @Test
  void aStatementWhoseAnswerWasLostIsSeenToBeDone(PgDatabase database) {
    Resuming a = Resuming.of(database, SECTION);
    cut(a, "i\n ON", true);
    Situation situation = a.situation();
    assertEquals(
        new Verdict.Proven(
            2, List.of(), "Statement 2 is done: the index public.i is there and valid."),
        situation.verdict());
    Plan plan = a.resumer().onTheWay(Command.UPGRADE, List.of("head"));
    assertEquals(
        List.of("INSERT INTO t VALUES (2)"),
        plan.steps().getFirst().statements().stream().map(PlannedStatement::sql).toList());
    completes(a);
  }

  @Test
  void killedDuringTheStatementItsInvalidIndexIsNamedAndDroppedByThePlan(PgDatabase database)
      throws SQLException {
    Resuming a = Resuming.of(database, SECTION);
    interruptIndex(a, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ");
    assertEquals(List.of("f"), database.query(WHERE_INDEX));

    Situation situation = a.situation();
    assertEquals(
        List.of("invalid index public.i on public.t"),
        situation.halfMade().stream().map(one -> one.display()).toList());
    Plan plan = a.resumer().onTheWay(Command.UPGRADE, List.of("head"));
    assertEquals(
        List.of("DROP INDEX CONCURRENTLY IF EXISTS public.i", INDEX, "INSERT INTO t VALUES (2)"),
        plan.steps().getFirst().statements().stream().map(PlannedStatement::sql).toList());
    assertEquals(Purpose.CLEANUP, plan.steps().getFirst().statements().getFirst().purpose());
    completes(a);
  }

  /** Lets the index wait for an older transaction, and does something to it then. */
  private static void interruptIndex(Resuming a, String what) throws SQLException {
    PgDatabase database = a.database();
    String waiting =
        "query LIKE 'CREATE INDEX%' AND wait_event_type = 'Lock' AND datname = current_database()";
    try (Connection older = database.connect();
        Statement statement = older.createStatement()) {
      older.setAutoCommit(false);
      older.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      statement.execute("SELECT count(*) FROM pg_class");
      CompletableFuture<RunResult> running = Runs.on(database).start(a.whole());
      database.await("EXISTS (SELECT FROM pg_stat_activity WHERE " + waiting + ")");
      database.query(what + waiting);
      RuntimeException failed = Runs.failure(running, RuntimeException.class);
      assertTrue(failed.getMessage() != null, "said why");
      older.rollback();
    }
  }

  @Test
  void cancelledOnTheServerItIsTheSame(PgDatabase database) throws SQLException {
    Resuming a = Resuming.of(database, SECTION);
    interruptIndex(a, "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE ");
    assertEquals(List.of("f"), database.query(WHERE_INDEX));
    completes(a);
  }

  @Test
  void stoppedBeforeTheRowWriteEverythingIsDone(PgDatabase database) {
    Resuming a = Resuming.of(database, SECTION);
    cut(a, "VALUES ('a')", false);
    Situation situation = a.situation();
    assertEquals(
        "All 3 statements are done; the version table was still to follow.",
        situation.interruption().known());
    Plan plan = a.resumer().onTheWay(Command.UPGRADE, List.of("head"));
    assertEquals(List.of(), plan.steps().getFirst().statements());
    completes(a);
  }

  @Test
  void stoppedAfterTheRowWriteNothingIsLeftToDo(PgDatabase database) {
    Resuming a = Resuming.of(database, SECTION);
    cut(a, "VALUES ('a')", true);
    assertTrue(a.state().interruption().isEmpty());
    assertEquals(1, a.state().heads().size());
    completes(a);
  }

  @Test
  void cancelledBetweenStatementsTheMarkSaysExactlyWhatIsDone(PgDatabase database) {
    Resuming a = Resuming.of(database, "CREATE TABLE t ();\nSELECT pg_sleep(600);\n");
    Runs runs = Runs.on(database);
    CompletableFuture<RunResult> running = runs.start(a.whole());
    database.await(
        "EXISTS (SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
            + " AND datname = current_database())");
    runs.cancel();
    RunCancelledException cancelled = Runs.failure(running, RunCancelledException.class);
    assertTrue(
        cancelled.message().contains("statement 1 of 2 is done; statement 2 left nothing behind"),
        cancelled.message());
    assertEquals(
        "Statement 1 is done; statement 2 has not taken effect.",
        a.situation().interruption().known());
  }

  @Test
  void aStatementThatMayCommitInTheMiddleIsTheUsersToJudge(PgDatabase database) {
    String batches =
        """
        DO $$ BEGIN
         IF NOT EXISTS (SELECT FROM t WHERE x = 2) THEN INSERT INTO t VALUES (2); END IF;
         COMMIT;
        END $$\
        """;
    Resuming a =
        Resuming.of(
            database, "CREATE TABLE t AS SELECT 1 AS x;\n" + batches + ";\n" + INDEX + ";\n");
    cut(a, "DO $$ BEGIN\n IF", true);
    assertInstanceOf(Verdict.Unclear.class, a.situation().verdict());
    ResumeException refused = assertThrows(ResumeException.class, a::upgrade);
    assertEquals("interrupted", refused.code());
    assertTrue(
        refused.message().contains("Nothing in the database tells what became of statement 2: DO"),
        refused.message());
    assertTrue(refused.hint().contains("'retort resume --run-again'"), refused.hint());
    Runs.on(database).run(a.resumer().finish(Choice.RUN_AGAIN));
    assertEquals(List.of("1", "2"), database.query("SELECT x FROM t ORDER BY x"));
    assertEquals(List.of("a"), database.query("SELECT version_num FROM alembic_version"));
  }

  @Test
  void whatTheUserSaysIsDoneIsSkipped(PgDatabase database) {
    Resuming a =
        Resuming.of(
            database,
            "CREATE TABLE t AS SELECT 1 AS x;\nCALL nothing();\nINSERT INTO t VALUES (2);\n");
    assertThrows(StatementFailedException.class, () -> Runs.on(database).run(a.whole()));
    Runs.on(database).run(a.resumer().finish(Choice.SKIP));
    assertEquals(List.of("1", "2"), database.query("SELECT x FROM t ORDER BY x"));
    assertEquals(List.of("a"), database.query("SELECT version_num FROM alembic_version"));
  }

  @Test
  void theFilesOwnTransactionIsDoneAsAWholeOrNotAtAll(PgDatabase database) {
    Resuming a =
        Resuming.of(
            database,
            "CREATE TABLE t AS SELECT 1 AS x;\nBEGIN;\nINSERT INTO t VALUES (2);\n"
                + "UPDATE t SET x\n = x;\nCOMMIT;\n"
                + INDEX
                + ";\n");
    cut(a, "x\n = x", false);
    assertEquals(
        "Statement 1 is done; statement 2 has not taken effect.",
        a.situation().interruption().known());
    assertEquals(List.of("1"), database.query("SELECT x FROM t"));
    completes(a);
  }

  @Test
  void theFilesOwnTransactionThatWasCommittedIsNotRunAgain(PgDatabase database) {
    Resuming a =
        Resuming.of(
            database,
            "CREATE TABLE t AS SELECT 1 AS x;\nBEGIN;\nINSERT INTO t VALUES (2);\nCOMMIT;\n"
                + INDEX
                + ";\n");
    cut(a, "i\n ON", false);
    completes(a);
  }

  @Test
  void editingWhatIsDoneIsRefusedAndMendingTheRestIsNot(PgDatabase database) {
    Resuming a = Resuming.of(database, SECTION.replace("VALUES (2)", "VALUE (2)"));
    assertThrows(StatementFailedException.class, () -> Runs.on(database).run(a.whole()));

    ResumeException refused =
        assertThrows(
            ResumeException.class,
            () ->
                Resuming.of(database, SECTION.replace("SELECT 1 AS x", "SELECT 3 AS x")).upgrade());
    assertEquals("edited", refused.code());
    assertTrue(
        refused
            .message()
            .endsWith(
                "The part of a.sql that is already applied is no longer what was run: statement 1"
                    + " (line 1) is done, and has been edited since."),
        refused.message());
    completes(Resuming.of(database, SECTION));
  }

  @Test
  void aSettingOfTheLostSessionIsMadeAgain(PgDatabase database) {
    String section =
        "CREATE SCHEMA s;\nSET search_path = s, public;\nCREATE TABLE t (x int);\nSELECT 1/0;\n";
    Resuming broken = Resuming.of(database, section);
    assertThrows(StatementFailedException.class, () -> Runs.on(database).run(broken.whole()));
    Resuming a = Resuming.of(database, section.replace("SELECT 1/0", "CREATE TABLE u ()"));
    a.upgrade();
    assertTrue(database.holds("to_regclass('s.u') IS NOT NULL"));
  }

  @Test
  void anInterruptedDowngradeIsFinishedByADowngradeAndByNothingElse(PgDatabase database) {
    Resuming a =
        Resuming.of(
            database, "CREATE TABLE t ();\nCREATE TABLE u ();\n", "DROP TABLE t;\nDROP TABLE v;\n");
    a.upgrade();
    Plan down = new dev.retort.plan.Planner(a.graph()).downgrade(a.state().heads(), "base");
    assertThrows(StatementFailedException.class, () -> Runs.on(database).run(down));
    ResumeException refused = assertThrows(ResumeException.class, a::upgrade);
    assertTrue(
        refused.message().contains("An upgrade cannot begin before that is settled"),
        refused.message());
    Resuming mended =
        Resuming.of(
            database, "CREATE TABLE t ();\nCREATE TABLE u ();\n", "DROP TABLE t;\nDROP TABLE u;\n");
    Runs.on(database).run(mended.resumer().onTheWay(Command.DOWNGRADE, List.of("base")));
    assertEquals(List.of(), a.state().heads());
    assertTrue(database.holds("to_regclass('u') IS NULL"));
  }

  @Test
  void cleaningUpDropsWhatIsHalfMadeAndLeavesTheMark(PgDatabase database) throws SQLException {
    Resuming a = Resuming.of(database, SECTION);
    interruptIndex(a, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ");
    Runs.on(database).run(a.resumer().cleanup());
    assertEquals(List.of(), database.query(WHERE_INDEX));
    assertEquals(1, a.state().stopped().orElseThrow().statement());
    completes(a);
  }

  @Test
  void aPlanMadeBeforeSomebodyMendedTheIndexIsRefused(PgDatabase database) throws SQLException {
    Resuming a = Resuming.of(database, SECTION);
    interruptIndex(a, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ");
    Plan plan = a.resumer().finish(Choice.PROVEN);
    database.execute("DROP INDEX i; CREATE INDEX i ON t (x)");
    assertThrows(PlanChangedException.class, () -> Runs.on(database).run(plan));
    completes(a);
  }

  @Test
  void aDetachThatWasKilledIsFinished(PgDatabase database) throws SQLException {
    database.execute(
        "CREATE TABLE p (x int) PARTITION BY RANGE (x);"
            + " CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2)");
    Resuming a =
        Resuming.of(
            database, "ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;\nCREATE TABLE t ();\n");
    String waiting =
        "query LIKE 'ALTER TABLE p%' AND wait_event_type = 'Lock' AND datname = current_database()";
    try (Connection older = database.connect();
        Statement statement = older.createStatement()) {
      older.setAutoCommit(false);
      statement.execute("SELECT count(*) FROM p");
      CompletableFuture<RunResult> running = Runs.on(database).start(a.whole());
      database.await("EXISTS (SELECT FROM pg_stat_activity WHERE " + waiting + ")");
      database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE " + waiting);
      Runs.failure(running, RunDisconnectedException.class);
      older.rollback();
    }
    DatabaseState state = a.state();
    assertEquals(
        List.of("partition public.p1 of public.p, half detached"),
        state.traces().halfMade().stream().map(one -> one.display()).toList());
    a.upgrade();
    assertEquals(List.of("0"), database.query("SELECT count(*) FROM pg_inherits"));
    assertEquals(List.of("a"), database.query("SELECT version_num FROM alembic_version"));
  }

  @Test
  void whatARebuildingLeftIsDroppedBeforeItIsDoneAgain(PgDatabase database) throws SQLException {
    database.execute("CREATE TABLE t (x int); CREATE INDEX i ON t (x)");
    Resuming a =
        Resuming.of(database, "REINDEX TABLE CONCURRENTLY t;\nINSERT INTO t VALUES (1), (2);\n");
    String waiting =
        "query LIKE 'REINDEX%' AND wait_event_type = 'Lock' AND datname = current_database()";
    try (Connection older = database.connect();
        Statement statement = older.createStatement()) {
      older.setAutoCommit(false);
      statement.execute("LOCK TABLE t IN ROW EXCLUSIVE MODE");
      CompletableFuture<RunResult> running = Runs.on(database).start(a.whole());
      database.await("EXISTS (SELECT FROM pg_stat_activity WHERE " + waiting + ")");
      database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE " + waiting);
      Runs.failure(running, RunDisconnectedException.class);
      older.rollback();
    }
    assertEquals(
        List.of("invalid index public.i_ccnew on public.t"),
        a.situation().halfMade().stream().map(one -> one.display()).toList());
    completes(a);
    assertTrue(database.holds("to_regclass('i_ccnew') IS NULL"));
  }

  @Test
  void aConcurrentStatementOutwaitsTheRunsLockTimeOut(PgDatabase database) throws SQLException {
    Resuming a = Resuming.of(database, SECTION);
    try (Connection older = database.connect();
        Statement statement = older.createStatement()) {
      older.setAutoCommit(false);
      older.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      statement.execute("SELECT count(*) FROM pg_class");
      Runs runs = Runs.on(database).lockTimeout(java.time.Duration.ofMillis(200), 0);
      CompletableFuture<RunResult> running = runs.start(a.whole());
      PgDatabase.await(
          "the waiting is shown",
          () -> !runs.events(dev.retort.execute.RunEvent.StatementBlocked.class).isEmpty());
      database.await(
          "EXISTS (SELECT FROM pg_stat_activity WHERE query LIKE 'CREATE INDEX%' AND"
              + " datname = current_database() AND now() - query_start > interval '400 ms')");
      older.rollback();
      running.join();
    }
    assertEquals(List.of("t"), database.query(WHERE_INDEX));
    assertEquals(List.of("a"), database.query("SELECT version_num FROM alembic_version"));
  }

  @Test
  void anIndexMadeByHandInAnotherWayIsTheUsersToJudge(PgDatabase database) {
    Resuming a = Resuming.of(database, SECTION);
    cut(a, "i\n ON", false);
    database.execute("CREATE INDEX i ON t (x DESC)");
    Verdict verdict = a.situation().verdict();
    assertInstanceOf(Verdict.Unclear.class, verdict);
    assertTrue(verdict.words().contains("USING btree (x DESC)"), verdict.words());
    Runs.on(database).run(a.resumer().finish(Choice.SKIP));
    assertEquals(List.of("a"), database.query("SELECT version_num FROM alembic_version"));
  }
}
