package dev.retort.postgres.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.RunResult;
import dev.retort.execute.failure.RunDisconnectedException;
import dev.retort.plan.Plan;
import dev.retort.problem.RetortException.Kind;
import dev.retort.revision.RevisionId;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import dev.retort.testing.TcpProxy;
import dev.retort.testing.TestPlan;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Connections that break: what is told is what is so. */
@Tag("db")
@ExtendWith(PgExtension.class)
class ConnectionLossTest {
  private static final Plan TWO_STEPS =
      TestPlan.from().to("a", "CREATE TABLE t ()").to("b", "CREATE TABLE u ()").plan();

  @Test
  void aTerminatedStatementLeavesNothingOfItsStep(PgDatabase database) {
    Runs runs = Runs.on(database);
    CompletableFuture<RunResult> running =
        runs.start(TestPlan.from().to("a", "CREATE TABLE t ()", "SELECT pg_sleep(600)").plan());
    database.await(
        "EXISTS (SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
            + " AND datname = current_database())");
    database.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
            + " AND datname = current_database()");

    RunDisconnectedException lost = Runs.failure(running, RunDisconnectedException.class);

    assertEquals(Kind.CONNECTION, lost.kind());
    assertEquals("connection-lost", lost.code());
    assertEquals(
        "The connection was lost: terminating connection due to administrator command. Nothing of"
            + " revision a was applied; the database is at base.",
        lost.message());
    assertTrue(database.holds("to_regclass('t') IS NULL"));
  }

  @Test
  void anAutocommitStatementThatIsTerminatedIsNotGuessedAt(PgDatabase database) {
    Runs runs = Runs.on(database);
    CompletableFuture<RunResult> running =
        runs.start(
            TestPlan.from()
                .autocommit("a", "DO $$ BEGIN COMMIT; PERFORM pg_sleep(600); END $$")
                .plan());
    database.await(
        "EXISTS (SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
            + " AND datname = current_database())");
    database.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
            + " AND datname = current_database()");
    RunDisconnectedException lost = Runs.failure(running, RunDisconnectedException.class);
    assertTrue(lost.message().contains("may or may not have taken effect"), lost.message());
    assertEquals(
        new RevisionId("a"), runs.database().state().interruption().orElseThrow().revision());
  }

  @Test
  void aCommitThatReachedTheServerIsFoundToHaveTakenEffect(PgDatabase database) {
    try (TcpProxy proxy = TcpProxy.before(database)) {
      proxy.cutAt("VALUES ('a')", true);
      RunDisconnectedException lost =
          assertThrows(
              RunDisconnectedException.class,
              () -> Runs.on(database.settings("postgres", proxy.port())).run(TWO_STEPS));
      assertEquals(Optional.of(List.of(new RevisionId("a"))), lost.aftermath().heads());
      assertEquals(1, lost.aftermath().stepsDone());
      assertTrue(
          lost.message().contains("The commit of revision a had taken effect"), lost.message());
    }
    assertTrue(database.holds("to_regclass('t') IS NOT NULL"));
  }

  @Test
  void aCommitThatDidNotReachTheServerIsFoundToHaveHadNoEffect(PgDatabase database) {
    try (TcpProxy proxy = TcpProxy.before(database)) {
      proxy.cutAt("VALUES ('a')", false);
      RunDisconnectedException lost =
          assertThrows(
              RunDisconnectedException.class,
              () -> Runs.on(database.settings("postgres", proxy.port())).run(TWO_STEPS));
      assertEquals(Optional.of(List.of()), lost.aftermath().heads());
      assertTrue(
          lost.message().contains("The commit of revision a had not taken effect"), lost.message());
    }
    assertTrue(database.holds("to_regclass('t') IS NULL"));
  }

  @Test
  void aStampWhoseAnswerIsLostIsLookedIntoAsWell(PgDatabase database) {
    try (TcpProxy proxy = TcpProxy.before(database)) {
      proxy.cutAt("VALUES ('a')", true);
      RunDisconnectedException lost =
          assertThrows(
              RunDisconnectedException.class,
              () ->
                  Runs.on(database.settings("postgres", proxy.port()))
                      .run(TestPlan.from().stamp("a").plan()));
      assertTrue(lost.message().contains("had taken effect"), lost.message());
    }
  }

  @Test
  void aConnectionLostBeforeTheFirstStepChangedNothing(PgDatabase database) {
    try (TcpProxy proxy = TcpProxy.before(database)) {
      proxy.cutAt("pg_try_advisory_lock", false);
      RunDisconnectedException lost =
          assertThrows(
              RunDisconnectedException.class,
              () -> Runs.on(database.settings("postgres", proxy.port())).run(TWO_STEPS));
      assertTrue(lost.message().contains("The run had not begun"), lost.message());
    }
  }
}
