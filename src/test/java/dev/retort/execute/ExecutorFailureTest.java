package dev.retort.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.RunOptions.Scope;
import dev.retort.execute.failure.ConnectionLostException;
import dev.retort.execute.failure.RunCancelledException;
import dev.retort.execute.failure.RunDisconnectedException;
import dev.retort.execute.failure.StatementFailedException;
import dev.retort.execute.failure.VersionWriteException;
import dev.retort.execute.state.PeerState;
import dev.retort.execute.state.SessionInfo;
import dev.retort.graph.HeadChange;
import dev.retort.graph.RowChange;
import dev.retort.plan.Interruption;
import dev.retort.plan.Plan;
import dev.retort.problem.RetortException.Kind;
import dev.retort.revision.RevisionId;
import dev.retort.testing.FakeDatabase;
import dev.retort.testing.TestPlan;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the executor makes of failures, and what it says about them. */
class ExecutorFailureTest extends ExecutorFixture {
  private static final SessionInfo ANN =
      new SessionInfo(
          7, "ann", "retort upgrade", Optional.empty(), Optional.empty(), Optional.empty());

  @Test
  void aFirstStepThatFailsLeavesNoTableBehind() {
    FakeDatabase database = FakeDatabase.empty().when("one", fails("42P01"));
    assertThrows(
        StatementFailedException.class, () -> run(database, TestPlan.from().to("a", "one").plan()));
    assertFalse(database.versions().exists());
  }

  @Test
  void aWholeRunThatFailsLeavesNothing() {
    FakeDatabase database = FakeDatabase.at("a").when("two", fails("23505"));
    StatementFailedException failed =
        assertThrows(
            StatementFailedException.class,
            () ->
                run(
                    database,
                    TestPlan.from("a").to("b", "one").to("c", "two").plan(),
                    with(Scope.WHOLE_RUN, 0)));
    assertEquals(
        "Nothing of this run was applied; the database is at a.", failed.aftermath().text());
    assertEquals(ids("a"), database.versions().heads());
  }

  @Test
  void aFailureInTheMiddleSaysWhatStays() {
    FakeDatabase database = FakeDatabase.at("a").when("three", fails("42P01"));
    Plan plan = TestPlan.from("a").to("b", "one").to("c", "two", "three").to("d", "four").plan();

    StatementFailedException failed =
        assertThrows(StatementFailedException.class, () -> run(database, plan));

    assertEquals("statement-failed", failed.code());
    assertEquals(
        "1 of 3 steps is done and stays. Nothing of revision c was applied; the database is at b.",
        failed.aftermath().text());
    assertEquals(1, failed.place().statementIndex());
    assertEquals(11, failed.place().line());
    assertEquals(
        "Revision c, upgrade, statement 2 of 2 (migrations/c.sql:11:1): it failed. 1 of 3 steps is"
            + " done and stays. Nothing of revision c was applied; the database is at b.",
        failed.message());
    assertEquals(ids("b"), database.versions().heads());
    assertFalse(database.journal().contains("four"));
  }

  @Test
  void waitingForTheLockCanBeCancelled() {
    FakeDatabase database = FakeDatabase.at("a");
    database.heldBy(Optional.of(ANN));
    database.when("lock", cancellation::cancel);
    RunCancelledException cancelled =
        assertThrows(
            RunCancelledException.class,
            () -> run(database, TestPlan.from("a").to("b", "one").plan()));
    assertEquals("Cancelled. The run had not begun; nothing was changed.", cancelled.message());
  }

  @Test
  void cancellingBetweenStatementsLeavesNothingOfTheStep() {
    FakeDatabase database = FakeDatabase.at("a").when("one", cancellation::cancel);
    RunCancelledException cancelled =
        assertThrows(
            RunCancelledException.class,
            () -> run(database, TestPlan.from("a").to("b", "one", "two").plan()));
    assertEquals("cancelled", cancelled.code());
    assertEquals(Kind.FAILED, cancelled.kind());
    assertFalse(database.journal().contains("two"));
    assertTrue(database.journal().contains("rollback"));
  }

  @Test
  void theServersAnswerToACancellationIsACancellation() {
    FakeDatabase database =
        FakeDatabase.at("a")
            .when(
                "one",
                () -> {
                  cancellation.cancel();
                  fails("57014").run();
                });
    assertThrows(
        RunCancelledException.class, () -> run(database, TestPlan.from("a").to("b", "one").plan()));
  }

  @Test
  void anotherErrorAfterACancellationIsStillThatError() {
    FakeDatabase database =
        FakeDatabase.at("a")
            .when(
                "one",
                () -> {
                  cancellation.cancel();
                  fails("23505").run();
                });
    assertThrows(
        StatementFailedException.class,
        () -> run(database, TestPlan.from("a").to("b", "one").plan()));
  }

  @Test
  void aStepThatMetALockTimeOutIsTriedAgain() {
    FakeDatabase database = FakeDatabase.at("a").when("two", fails("55P03"));
    run(database, TestPlan.from("a").to("b", "one", "two").plan(), with(Scope.PER_REVISION, 1));

    assertEquals(
        List.of("begin", "one", "two", "rollback", "begin", "one", "two", "write COMMIT"),
        database.journal().subList(3, 11));
    assertTrue(
        events.stream()
            .anyMatch(
                event -> event instanceof RunEvent.StepRetrying retry && retry.attempt() == 1));
  }

  @Test
  void aStepIsTriedAgainOnlySoOften() {
    FakeDatabase database =
        FakeDatabase.at("a").when("one", fails("55P03")).when("one", fails("55P03"));
    assertThrows(
        StatementFailedException.class,
        () -> run(database, TestPlan.from("a").to("b", "one").plan(), with(Scope.PER_REVISION, 1)));
  }

  @Test
  void aRowThatIsNotThereFailsTheStep() {
    FakeDatabase database = FakeDatabase.at("a", "x");
    Plan plan = TestPlan.from("a", "x").to("b", "one").plan();
    database.when(
        "one",
        () ->
            database
                .versions()
                .write(
                    List.of(new HeadChange(List.of(new RowChange.Delete(new RevisionId("a"))))),
                    ids("x"),
                    VersionStore.End.STAY,
                    StatementListener.none()));
    VersionWriteException failed =
        assertThrows(VersionWriteException.class, () -> run(database, plan));
    assertEquals("version-row", failed.code());
    assertTrue(
        failed
            .message()
            .startsWith(
                "Online migration expected to match one row when updating 'a' to 'b' in"
                    + " 'alembic_version'; 0 found."),
        failed.message());
    assertEquals(ids("a", "x"), database.versions().heads());
  }

  @Test
  void rowsThatSomebodyElseMovedFailTheStepAndAreNamed() {
    FakeDatabase database = FakeDatabase.at("a");
    database.when("one", () -> database.versions().moveTo("a", "y"));
    VersionWriteException failed =
        assertThrows(
            VersionWriteException.class,
            () -> run(database, TestPlan.from("a").to("b", "one").plan()));
    assertEquals("version-row", failed.code());
    assertEquals(Optional.of(ids("a", "y")), failed.aftermath().heads());
    assertEquals(
        "The rows of 'alembic_version' are no longer those that the plan started from. Nothing of"
            + " revision b was applied; the database is at a, y. Something else has written the"
            + " version table during the run.",
        failed.message());
    assertEquals(ids("a", "y"), database.versions().heads());
  }

  @Test
  void aStepThatFailsBecauseSomebodyElseWasFasterSaysWhereTheDatabaseIsNow() {
    FakeDatabase database = FakeDatabase.at("a").when("one", fails("42P07"));
    database.when("rollback", () -> database.versions().moveTo("b"));
    StatementFailedException failed =
        assertThrows(
            StatementFailedException.class,
            () -> run(database, TestPlan.from("a").to("b", "one").plan()));
    assertEquals(Optional.of(ids("b")), failed.aftermath().heads());
    assertEquals(
        "Nothing of revision b was applied; the database is at b. Something else has written the"
            + " version table during the run.",
        failed.aftermath().text());
  }

  @Test
  void aVerifyQueryThatDoesNotHoldFailsTheStep() {
    FakeDatabase database = FakeDatabase.at("a");
    StatementFailedException failed =
        assertThrows(
            StatementFailedException.class,
            () -> run(database, TestPlan.from("a").verified("b", "one", "SELECT false").plan()));
    assertEquals("verify-failed", failed.code());
    assertEquals(20, failed.place().line());
    assertEquals(ids("a"), database.versions().heads());
  }

  @Test
  void aStatementThatEndsTheTransactionStopsTheRunAndIsOwnedUpTo() {
    FakeDatabase database = FakeDatabase.at("a");
    StatementFailedException failed =
        assertThrows(
            StatementFailedException.class,
            () -> run(database, TestPlan.from("a").to("b", "COMMIT and chain", "two").plan()));
    assertEquals("transaction-ended", failed.code());
    assertTrue(failed.message().contains("may be committed"), failed.message());
    assertFalse(database.journal().contains("two"));
  }

  @Test
  void anAutocommitStepThatFailsLeavesItsMarkAndSaysWhatIsDone() {
    FakeDatabase database = FakeDatabase.at("a").when("two", fails("23505"));
    StatementFailedException failed =
        assertThrows(
            StatementFailedException.class,
            () -> run(database, TestPlan.from("a").autocommit("b", "one", "two", "three").plan()));

    assertEquals(
        "Of revision b, which runs outside of transactions, statement 1 of 3 is done; statement 2"
            + " failed or was stopped, and may have taken effect in part. The version table still"
            + " says a, with a mark of how far it came.",
        failed.aftermath().text());
    Interruption mark = database.versions().interruption().orElseThrow();
    assertEquals(new RevisionId("b"), mark.revision());
    assertEquals(1, mark.statement());
    assertEquals(3, mark.statements());
    assertEquals(NOON, mark.started());
    assertEquals(ids("a"), database.versions().heads());
  }

  @Test
  void aMarkThatCannotBeLeftStopsTheStepBeforeItsStatement() {
    FakeDatabase database = FakeDatabase.at("a").when("mark 0", fails("42501"));
    VersionWriteException failed =
        assertThrows(
            VersionWriteException.class,
            () -> run(database, TestPlan.from("a").autocommit("b", "one").plan()));
    assertTrue(failed.message().startsWith("Preparing revision b failed"), failed.message());
    assertTrue(
        failed.message().endsWith("Nothing of revision b was applied; the database is at a."),
        failed.message());
    assertFalse(database.journal().contains("one"));
  }

  @Test
  void aConnectionLostInAStatementMeansNothingOfTheStepIsThere() {
    FakeDatabase database = FakeDatabase.at("a").when("two", ExecutorFixture::disconnect);
    RunDisconnectedException lost =
        assertThrows(
            RunDisconnectedException.class,
            () -> run(database, TestPlan.from("a").to("b", "one", "two").plan()));
    assertEquals(Kind.CONNECTION, lost.kind());
    assertEquals(
        "Nothing of revision b was applied; the database is at a.", lost.aftermath().text());
    assertEquals(
        List.of("connect", "connect", "peer"),
        database.journal().stream()
            .filter(action -> action.equals("connect") || action.equals("peer"))
            .toList());
  }

  @Test
  void aLostSessionThatCannotBeLookedForIsOwnedUpTo() {
    FakeDatabase database =
        FakeDatabase.at("a")
            .when(
                "two",
                () -> {
                  throw new ConnectionLostException("gone.", null);
                });
    RunDisconnectedException lost =
        assertThrows(
            RunDisconnectedException.class,
            () ->
                new Executor(
                        database,
                        Optional.empty(),
                        InstantSource.fixed(NOON),
                        Duration.ofMillis(300))
                    .run(
                        TestPlan.from("a").to("b", "one", "two").plan(),
                        RunOptions.defaults(),
                        event -> database.reachable(false),
                        cancellation));
    assertEquals(Optional.of(ids("a")), lost.aftermath().heads());
    assertTrue(lost.message().contains("server process 42"), lost.message());
    assertTrue(lost.message().contains("could not be seen"), lost.message());
  }

  @Test
  void aCommitInASessionThatDoesNotEndIsNotGuessedAt() {
    FakeDatabase database = FakeDatabase.at("a").afterCommit(ExecutorFixture::disconnect);
    database.peer(PeerState.IDLE);
    RunDisconnectedException lost =
        assertThrows(
            RunDisconnectedException.class,
            () -> run(database, TestPlan.from("a").to("b", "one").plan()));
    assertEquals(Optional.empty(), lost.aftermath().heads());
    assertTrue(database.journal().contains("end peer"));
  }

  @Test
  void aServerThatCrashedAndLostWhatItHadConfirmedIsNotBelieved() {
    FakeDatabase database = FakeDatabase.at("a");
    database.when(
        "four",
        () -> {
          database.versions().moveTo("b");
          disconnect();
        });
    RunDisconnectedException lost =
        assertThrows(
            RunDisconnectedException.class,
            () ->
                run(
                    database,
                    TestPlan.from("a")
                        .to("b", "one")
                        .to("c", "two")
                        .to("d", "three")
                        .to("e", "four")
                        .plan()));
    assertEquals(
        "1 of 4 steps is done and stays. The server crashed and lost 2 steps that it had confirmed"
            + " (synchronous_commit). Nothing of revision c was applied; the database is at b.",
        lost.aftermath().text());
    assertEquals(1, lost.aftermath().stepsDone());
    assertEquals(Optional.of(ids("b")), lost.aftermath().heads());
  }

  @Test
  void aConnectionLostBeforeTheCommitTookEffectIsLookedInto() {
    FakeDatabase database = FakeDatabase.at("a").when("write COMMIT", ExecutorFixture::disconnect);
    RunDisconnectedException lost =
        assertThrows(
            RunDisconnectedException.class,
            () -> run(database, TestPlan.from("a").to("b", "one").plan()));
    assertEquals(
        "The commit of revision b had not taken effect, as a new connection shows; the database is"
            + " at a.",
        lost.aftermath().text());
    assertEquals(0, lost.aftermath().stepsDone());
  }

  @Test
  void aConnectionLostAfterTheCommitTookEffectIsLookedInto() {
    FakeDatabase database = FakeDatabase.at("a").afterCommit(ExecutorFixture::disconnect);
    RunDisconnectedException lost =
        assertThrows(
            RunDisconnectedException.class,
            () -> run(database, TestPlan.from("a").to("b", "one").plan()));
    assertEquals(
        "The commit of revision b had taken effect, as a new connection shows; the database is at"
            + " b.",
        lost.aftermath().text());
    assertEquals(1, lost.aftermath().stepsDone());
    assertEquals(Optional.of(ids("b")), lost.aftermath().heads());
  }

  @Test
  void aCommitWhoseFateCannotBeFoundOutIsNotGuessedAt() {
    FakeDatabase database = FakeDatabase.at("a");
    database.afterCommit(
        () -> {
          database.reachable(false);
          disconnect();
        });
    RunDisconnectedException lost =
        assertThrows(
            RunDisconnectedException.class,
            () -> run(database, TestPlan.from("a").to("b", "one").plan()));
    assertTrue(
        lost.message().contains("Whether revision b was applied could not be found out"),
        lost.message());
    assertEquals(Optional.empty(), lost.aftermath().heads());
  }

  @Test
  void aStatementLostOutsideOfTransactionsIsNotGuessedAtEither() {
    FakeDatabase database = FakeDatabase.at("a").when("two", ExecutorFixture::disconnect);
    RunDisconnectedException lost =
        assertThrows(
            RunDisconnectedException.class,
            () -> run(database, TestPlan.from("a").autocommit("b", "one", "two").plan()));
    assertTrue(lost.message().contains("may or may not have taken effect"), lost.message());
  }
}
