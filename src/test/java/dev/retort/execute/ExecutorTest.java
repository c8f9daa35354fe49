package dev.retort.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.RunOptions.Scope;
import dev.retort.execute.failure.InterruptedRunException;
import dev.retort.execute.failure.LockHeldException;
import dev.retort.execute.failure.NotTransactionalException;
import dev.retort.execute.failure.PlanChangedException;
import dev.retort.execute.failure.UnfitServerException;
import dev.retort.execute.state.ServerInfo;
import dev.retort.execute.state.SessionInfo;
import dev.retort.plan.Digest;
import dev.retort.plan.Direction;
import dev.retort.plan.Interruption;
import dev.retort.plan.Plan;
import dev.retort.problem.RetortException.Kind;
import dev.retort.revision.RevisionId;
import dev.retort.testing.FakeDatabase;
import dev.retort.testing.TestPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the executor asks of a database, in which order, and what it refuses. */
class ExecutorTest extends ExecutorFixture {
  private static final SessionInfo SOMEBODY =
      new SessionInfo(
          7, "ann", "retort upgrade", Optional.empty(), Optional.empty(), Optional.empty());

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
  void autocommitStatementsAreMarkedOneByOneAndTheMarkGoesWithTheVersionWrite() {
    FakeDatabase database = FakeDatabase.at("a");
    run(database, TestPlan.from("a").autocommit("b", "one", "two").plan());
    assertEquals(
        List.of("mark 0", "one", "mark 1", "two", "begin", "write CLEAR_AND_COMMIT", "unlock"),
        database.journal().subList(3, 10));
    assertTrue(database.versions().interruption().isEmpty());
  }

  @Test
  void aMarkThatIsFoundRefusesTheRun() {
    FakeDatabase database = FakeDatabase.at("a");
    database.versions().interrupt(stoppedAt(1));
    InterruptedRunException refused =
        assertThrows(
            InterruptedRunException.class,
            () -> run(database, TestPlan.from("a").to("b", "one").plan()));
    assertEquals("interrupted", refused.code());
    assertEquals(
        "An earlier run stopped midway: upgrade of b, begun 2026-01-01T12:00:00Z, reached statement"
            + " 2 of 3. Statement 1 is done; statement 2 was under way, and may or may not have"
            + " taken effect.",
        refused.message());
  }

  @Test
  void aStampClearsTheMarkOfAnInterruptedRun() {
    FakeDatabase database = FakeDatabase.at("a");
    database.versions().interrupt(stoppedAt(1));
    run(database, TestPlan.from("a").stamp("b").plan());
    assertEquals(ids("b"), database.versions().heads());
    assertTrue(database.versions().interruption().isEmpty());
  }

  @Test
  void aStampOfWhereTheDatabaseIsClearsTheMarkAsWell() {
    FakeDatabase database = FakeDatabase.at("a");
    database.versions().interrupt(stoppedAt(0));
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

  private static Interruption stoppedAt(int statement) {
    return new Interruption(
        new RevisionId("b"),
        Direction.UPGRADE,
        statement,
        3,
        Interruption.Reached.UNDER_WAY,
        "sha256:1",
        List.of(),
        Optional.empty(),
        List.of(),
        NOON,
        Optional.empty());
  }
}
