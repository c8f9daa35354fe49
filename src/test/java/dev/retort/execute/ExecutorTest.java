package dev.retort.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.RunOptions.Scope;
import dev.retort.execute.failure.ConnectionLostException;
import dev.retort.execute.failure.InterruptedRunException;
import dev.retort.execute.failure.LockHeldException;
import dev.retort.execute.failure.NotTransactionalException;
import dev.retort.execute.failure.PlanChangedException;
import dev.retort.execute.failure.RunCancelledException;
import dev.retort.execute.failure.RunDisconnectedException;
import dev.retort.execute.failure.ServerErrorException;
import dev.retort.execute.failure.StatementFailedException;
import dev.retort.execute.failure.UnfitServerException;
import dev.retort.execute.failure.VersionWriteException;
import dev.retort.execute.state.Interruption;
import dev.retort.execute.state.ServerError;
import dev.retort.execute.state.ServerInfo;
import dev.retort.execute.state.SessionInfo;
import dev.retort.graph.HeadChange;
import dev.retort.graph.RowChange;
import dev.retort.plan.Digest;
import dev.retort.plan.Direction;
import dev.retort.plan.Plan;
import dev.retort.problem.RetortException.Kind;
import dev.retort.revision.RevisionId;
import dev.retort.testing.FakeDatabase;
import dev.retort.testing.TestPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the executor asks of a database, in which order, and what it makes of failures. */
class ExecutorTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final SessionInfo SOMEBODY =
      new SessionInfo(
          7, "ann", "retort upgrade", Optional.empty(), Optional.empty(), Optional.empty());

  private final List<RunEvent> events = new ArrayList<>();
  private final Cancellation cancellation = new Cancellation();

  private RunResult run(FakeDatabase database, Plan plan, RunOptions options) {
    return new Executor(database, InstantSource.fixed(NOON), Duration.ofMillis(300))
        .run(plan, options, events::add, cancellation);
  }

  private RunResult run(FakeDatabase database, Plan plan) {
    return run(database, plan, RunOptions.defaults());
  }

  private static List<RevisionId> ids(String... values) {
    return List.of(values).stream().map(RevisionId::new).toList();
  }

  private static Runnable fails(String state) {
    return () -> {
      throw new ServerErrorException(
          "server-error", "it failed.", "", ServerError.of(state, "it failed"), List.of(), null);
    };
  }

  private static void disconnect() {
    throw new ConnectionLostException("gone.", null);
  }

  private static RunOptions with(Scope scope, int retries) {
    return new RunOptions(
        Duration.ofSeconds(1), Duration.ZERO, Duration.ofMillis(120), retries, scope);
  }

  @Test
  void theLockIsTakenBeforeTheHeadsAreReadAndKeptUntilTheLastStep() {
    FakeDatabase database = FakeDatabase.at("a");
    Plan plan = TestPlan.from("a").to("b", "one", "two").to("c", "three").plan();

    RunResult result = run(database, plan);

    assertEquals(
        List.of(
            "connect",
            "lock",
            "read",
            "begin",
            "one",
            "two",
            "write COMMIT",
            "begin",
            "three",
            "write COMMIT",
            "unlock",
            "close"),
        database.journal());
    assertEquals(ids("c"), database.versions().heads());
    assertEquals(2, result.steps());
    assertEquals(3, result.statements());
    assertEquals(ids("c"), result.headsAfter());
  }

  @Test
  void everythingIsToldInOrder() {
    run(FakeDatabase.at("a"), TestPlan.from("a").to("b", "one").plan());

    assertEquals(
        List.of(
            "LockTaken",
            "StepStarted",
            "StatementStarted",
            "StatementFinished",
            "StepFinished",
            "RunFinished"),
        events.stream().map(event -> event.getClass().getSimpleName()).toList());
  }

  @Test
  void aMissingTableIsMadeInTheFirstStepsTransaction() {
    FakeDatabase database = FakeDatabase.empty();
    run(database, TestPlan.from().to("a", "one").to("b", "two").plan());

    assertEquals(
        List.of("begin", "create", "one", "write COMMIT", "begin", "two", "write COMMIT"),
        database.journal().subList(3, 10));
  }

  @Test
  void aMissingTableIsMadeEvenIfThereIsNothingToDo() {
    FakeDatabase database = FakeDatabase.empty();
    run(database, TestPlan.from().plan());
    assertTrue(database.versions().exists());
  }

  @Test
  void aFirstStepThatFailsLeavesNoTableBehind() {
    FakeDatabase database = FakeDatabase.empty().when("one", fails("42P01"));
    assertThrows(
        StatementFailedException.class, () -> run(database, TestPlan.from().to("a", "one").plan()));
    assertFalse(database.versions().exists());
  }

  @Test
  void theWholeRunIsOneTransactionOnRequest() {
    FakeDatabase database = FakeDatabase.at("a");
    run(
        database,
        TestPlan.from("a").to("b", "one").to("c", "two").plan(),
        with(Scope.WHOLE_RUN, 0));

    assertEquals(
        List.of("begin", "one", "write STAY", "two", "write COMMIT"),
        database.journal().subList(3, 8));
  }

  @Test
  void aWholeRunWithAStepOutsideOfTransactionsIsRefusedWithoutConnecting() {
    FakeDatabase database = FakeDatabase.at("a");
    NotTransactionalException refused =
        assertThrows(
            NotTransactionalException.class,
            () ->
                run(
                    database,
                    TestPlan.from("a").to("b", "one").autocommit("c", "two").plan(),
                    with(Scope.WHOLE_RUN, 0)));
    assertEquals("not-transactional", refused.code());
    assertEquals(List.of(), database.journal());
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
  void aDatabaseThatHasMovedIsRefused() {
    FakeDatabase database = FakeDatabase.at("b");
    PlanChangedException refused =
        assertThrows(
            PlanChangedException.class,
            () -> run(database, TestPlan.from("a").to("b", "one").plan()));
    assertEquals("plan-changed", refused.code());
    assertEquals(Kind.REFUSED, refused.kind());
    assertEquals(List.of("connect", "lock", "read", "unlock", "close"), database.journal());
  }

  @Test
  void headsAreComparedAsASet() {
    FakeDatabase database = FakeDatabase.at("x", "a");
    run(database, TestPlan.from("a", "x").to("b", "one").plan());
    assertEquals(ids("x", "b"), database.versions().heads());
  }

  @Test
  void aPlanThatIsNotItsDigestIsRefusedWithoutConnecting() {
    FakeDatabase database = FakeDatabase.at("a");
    Plan plan = TestPlan.from("a").to("b", "one").plan();
    Plan other =
        new Plan(
            plan.command(),
            plan.targets(),
            plan.purge(),
            plan.headsBefore(),
            plan.headsAfter(),
            plan.steps(),
            plan.notes(),
            new Digest("sha256:0"));
    assertThrows(PlanChangedException.class, () -> run(database, other));
    assertEquals(List.of(), database.journal());
  }

  @Test
  void aLockThatIsNotHadInTimeIsRefusedAndItsHolderNamed() {
    FakeDatabase database = FakeDatabase.at("a");
    database.heldBy(Optional.of(SOMEBODY));
    LockHeldException refused =
        assertThrows(
            LockHeldException.class,
            () ->
                run(
                    database,
                    TestPlan.from("a").to("b", "one").plan(),
                    with(Scope.PER_REVISION, 0)));
    assertEquals("lock-held", refused.code());
    assertEquals(Optional.of(SOMEBODY), refused.holder());
    assertEquals(1, events.size(), "told once while the holder is the same");
    assertFalse(database.journal().contains("read"));
  }

  @Test
  void aLockThatComesFreeIsTaken() {
    FakeDatabase database = FakeDatabase.at("a");
    database.heldBy(Optional.of(SOMEBODY));
    database.when("lock", () -> {});
    database.when("lock", () -> database.heldBy(Optional.empty()));
    run(database, TestPlan.from("a").to("b", "one").plan());
    assertEquals(
        List.of("LockWaiting", "LockTaken"),
        events.subList(0, 2).stream().map(event -> event.getClass().getSimpleName()).toList());
  }

  @Test
  void waitingForTheLockCanBeCancelled() {
    FakeDatabase database = FakeDatabase.at("a");
    database.heldBy(Optional.of(SOMEBODY));
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
  void autocommitStatementsAreMarkedOneByOneAndTheMarkGoesWithTheVersionWrite() {
    FakeDatabase database = FakeDatabase.at("a");
    run(database, TestPlan.from("a").autocommit("b", "one", "two").plan());
    assertEquals(
        List.of("mark 0", "one", "mark 1", "two", "begin", "write CLEAR_AND_COMMIT", "unlock"),
        database.journal().subList(3, 10));
    assertTrue(database.versions().interruption().isEmpty());
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
            + " failed or was stopped, and may have left something behind (an invalid index, for"
            + " instance). The version table still says a, with a mark of how far it came.",
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
  void aMarkThatIsFoundRefusesTheRun() {
    FakeDatabase database = FakeDatabase.at("a");
    database
        .versions()
        .interrupt(
            new Interruption(new RevisionId("b"), Direction.UPGRADE, 1, 3, "sha256:1", NOON));
    InterruptedRunException refused =
        assertThrows(
            InterruptedRunException.class,
            () -> run(database, TestPlan.from("a").to("b", "one").plan()));
    assertEquals("interrupted", refused.code());
    assertEquals(
        "An earlier run stopped midway: upgrade of b, begun 2026-01-01T12:00:00Z, reached"
            + " statement 2 of 3.",
        refused.message());
  }

  @Test
  void aStampClearsTheMarkOfAnInterruptedRun() {
    FakeDatabase database = FakeDatabase.at("a");
    database
        .versions()
        .interrupt(
            new Interruption(new RevisionId("b"), Direction.UPGRADE, 1, 3, "sha256:1", NOON));
    run(database, TestPlan.from("a").stamp("b").plan());
    assertEquals(ids("b"), database.versions().heads());
    assertTrue(database.versions().interruption().isEmpty());
  }

  @Test
  void aStampOfWhereTheDatabaseIsClearsTheMarkAsWell() {
    FakeDatabase database = FakeDatabase.at("a");
    database
        .versions()
        .interrupt(
            new Interruption(new RevisionId("b"), Direction.UPGRADE, 0, 3, "sha256:1", NOON));
    run(database, TestPlan.from("a").stampNothing().plan());
    assertEquals(ids("a"), database.versions().heads());
    assertTrue(database.versions().interruption().isEmpty());
  }

  @Test
  void aStampIsOneTransactionAndOneWrite() {
    FakeDatabase database = FakeDatabase.empty();
    run(database, TestPlan.from().stamp("a").plan());
    assertEquals(
        List.of("begin", "create", "write COMMIT", "unlock"), database.journal().subList(3, 7));
  }

  @Test
  void aConnectionLostInAStatementMeansNothingOfTheStepIsThere() {
    FakeDatabase database = FakeDatabase.at("a").when("two", ExecutorTest::disconnect);
    RunDisconnectedException lost =
        assertThrows(
            RunDisconnectedException.class,
            () -> run(database, TestPlan.from("a").to("b", "one", "two").plan()));
    assertEquals(Kind.CONNECTION, lost.kind());
    assertEquals(
        "Nothing of revision b was applied; the database is at a.", lost.aftermath().text());
    assertEquals(1, database.journal().stream().filter("connect"::equals).count());
  }

  @Test
  void aConnectionLostBeforeTheCommitTookEffectIsLookedInto() {
    FakeDatabase database = FakeDatabase.at("a").when("write COMMIT", ExecutorTest::disconnect);
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
    FakeDatabase database = FakeDatabase.at("a").afterCommit(ExecutorTest::disconnect);
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
    FakeDatabase database = FakeDatabase.at("a").when("two", ExecutorTest::disconnect);
    RunDisconnectedException lost =
        assertThrows(
            RunDisconnectedException.class,
            () -> run(database, TestPlan.from("a").autocommit("b", "one", "two").plan()));
    assertTrue(lost.message().contains("may or may not have taken effect"), lost.message());
  }

  @Test
  void aStandbyIsRefused() {
    FakeDatabase database = FakeDatabase.at("a");
    database.server(
        new ServerInfo("16.1", 160001, "fake", "me", false, true, true, 1, Duration.ZERO));
    UnfitServerException refused =
        assertThrows(
            UnfitServerException.class,
            () -> run(database, TestPlan.from("a").to("b", "one").plan()));
    assertEquals("read-only", refused.code());
    assertTrue(refused.message().contains("standby"), refused.message());
  }

  @Test
  void aServerOlderThanThirteenIsRefused() {
    FakeDatabase database = FakeDatabase.at("a");
    database.server(
        new ServerInfo("12.9", 120009, "fake", "me", false, false, false, 1, Duration.ZERO));
    assertThrows(
        UnfitServerException.class, () -> run(database, TestPlan.from("a").to("b", "one").plan()));
  }

  @Test
  void ensuringTheVersionTableMakesItOnce() {
    FakeDatabase database = FakeDatabase.empty();
    Executor executor = new Executor(database);
    assertTrue(executor.ensureVersionTable(RunOptions.defaults(), events::add, cancellation));
    assertFalse(executor.ensureVersionTable(RunOptions.defaults(), events::add, cancellation));
  }
}
