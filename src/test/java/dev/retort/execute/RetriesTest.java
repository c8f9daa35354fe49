package dev.retort.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.RunOptions.Scope;
import dev.retort.execute.failure.RunCancelledException;
import dev.retort.execute.failure.StatementFailedException;
import dev.retort.plan.Plan;
import dev.retort.testing.FakeDatabase;
import dev.retort.testing.TestPlan;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trying again: what is, after what pauses, and what is not. */
class RetriesTest extends ExecutorFixture {
  private static final Plan ONE = TestPlan.from("a").to("b", "one").plan();

  @Test
  void pausesDoubleUpToALimitAndHalfOfEachIsUpToChance() {
    Retries retries = new Retries(100, Duration.ofSeconds(10));
    Random chance = new Random(1);
    for (int attempt = 1; attempt <= 100; attempt++) {
      long full = Math.min(10_000, 500L << Math.min(attempt - 1, 20));
      Duration pause = retries.pause(attempt, chance);
      assertTrue(pause.toMillis() >= full / 2, attempt + ": " + pause);
      assertTrue(pause.toMillis() <= full, attempt + ": " + pause);
    }
    assertTrue(chance.ints(50).mapToObj(i -> retries.pause(5, chance)).distinct().count() > 40);
  }

  @ParameterizedTest
  @ValueSource(strings = {"55P03", "40P01", "40001"})
  void whatTheServerRefusesForNowIsTriedAgain(String state) {
    FakeDatabase database = FakeDatabase.at("a").when("one", fails(state));
    run(database, ONE, with(Scope.PER_REVISION, 1));
    assertEquals(ids("b"), database.versions().heads());
    RunEvent.StepRetrying told =
        events.stream()
            .filter(RunEvent.StepRetrying.class::isInstance)
            .map(RunEvent.StepRetrying.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(1, told.attempt());
    assertEquals(2, told.attempts());
  }

  @ParameterizedTest
  @ValueSource(strings = {"42P01", "23505", "57014"})
  void whatItRefusesForGoodIsNot(String state) {
    FakeDatabase database = FakeDatabase.at("a").when("one", fails(state));
    assertThrows(
        StatementFailedException.class, () -> run(database, ONE, with(Scope.PER_REVISION, 5)));
  }

  @Test
  void aWholeRunBeginsAgainFromItsFirstStep() {
    FakeDatabase database = FakeDatabase.at("a").when("two", fails("40P01"));
    run(
        database,
        TestPlan.from("a").to("b", "one").to("c", "two").plan(),
        with(Scope.WHOLE_RUN, 1));
    assertEquals(
        List.of("one", "two", "rollback", "one", "two"),
        database.journal().stream()
            .filter(action -> List.of("one", "two", "rollback").contains(action))
            .toList());
  }

  @Test
  void aStampThatMeetsALockIsTriedAgain() {
    FakeDatabase database = FakeDatabase.at("a").when("write COMMIT", fails("55P03"));
    run(database, TestPlan.from("a").stamp("b").plan(), with(Scope.PER_REVISION, 1));
    assertEquals(ids("b"), database.versions().heads());
  }

  @Test
  void aStatementThatCannotBeInATransactionIsNeverTriedAgain() {
    FakeDatabase database = FakeDatabase.at("a").when("VACUUM one", fails("55P03"));
    assertThrows(
        StatementFailedException.class,
        () ->
            run(
                database,
                TestPlan.from("a").autocommit("b", "VACUUM one").plan(),
                with(Scope.PER_REVISION, 5)));
    assertEquals(1, database.journal().stream().filter("VACUUM one"::equals).count());
  }

  @Test
  void aStatementThatGoesWithItsMarkIsTriedAgainByItself() {
    FakeDatabase database = FakeDatabase.at("a").when("DELETE FROM two", fails("55P03"));
    run(
        database,
        TestPlan.from("a").autocommit("b", "DELETE FROM one", "DELETE FROM two").plan(),
        with(Scope.PER_REVISION, 1));
    assertEquals(
        List.of("DELETE FROM one", "DELETE FROM two", "undo", "DELETE FROM two"),
        database.journal().stream()
            .filter(action -> action.startsWith("DELETE") || action.equals("undo"))
            .toList());
    assertEquals(ids("b"), database.versions().heads());
  }

  @Test
  void aPauseEndsWhenSomebodyAsksToStop() {
    FakeDatabase database = FakeDatabase.at("a").when("one", fails("55P03"));
    RunOptions patient =
        new RunOptions(
            Duration.ofSeconds(1),
            Duration.ZERO,
            Duration.ZERO,
            new Retries(5, Duration.ofDays(1)),
            Duration.ZERO,
            Scope.PER_REVISION);
    assertThrows(
        RunCancelledException.class,
        () ->
            new Executor(database)
                .run(
                    ONE,
                    patient,
                    event -> {
                      if (event instanceof RunEvent.StepRetrying) {
                        cancellation.cancel();
                      }
                    },
                    cancellation));
    assertEquals(ids("a"), database.versions().heads());
  }
}
