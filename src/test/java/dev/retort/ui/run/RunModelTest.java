package dev.retort.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.execute.RunEvent;
import dev.retort.execute.RunResult;
import dev.retort.execute.failure.RunCancelledException;
import dev.retort.execute.failure.StatementFailedException;
import dev.retort.execute.failure.StatementFailedException.Place;
import dev.retort.execute.state.Aftermath;
import dev.retort.execute.state.ServerError;
import dev.retort.execute.state.SessionInfo;
import dev.retort.plan.Plan;
import dev.retort.plan.PlannedStatement;
import dev.retort.plan.Step;
import dev.retort.problem.RetortException;
import dev.retort.testing.TestPlan;
import dev.retort.ui.SameThread;
import dev.retort.ui.run.RunModel.Status;
import dev.retort.ui.run.StepLine.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Review and run without the toolkit and without a database. */
class RunModelTest {
  private final Plan plan =
      TestPlan.from("0001").to("0002", "SELECT 1", "SELECT 2").to("0003", "SELECT 3").plan();
  private final List<Plan> ran = new ArrayList<>();
  private int ended;

  @Test
  void thePlanThatWasReviewedIsTheOneThatRuns() {
    RunModel model = model(Optional.empty(), this::succeed);
    assertEquals(Status.REVIEW, model.statusProperty().get());
    assertEquals("2 steps, 3 statements", model.summary());
    model.run();
    assertSame(plan, ran.getFirst());
    assertEquals(Status.DONE, model.statusProperty().get());
    assertTrue(
        model.messageProperty().get().startsWith("Done: 2 steps"), model.messageProperty().get());
    assertEquals(1, ended);
  }

  @Test
  void stepsTickOffAsTheyFinish() {
    RunModel model = model(Optional.empty(), this::succeed);
    model.run();
    assertEquals(
        List.of(Progress.DONE, Progress.DONE),
        model.steps().stream().map(StepLine::progress).toList());
    assertEquals(1.0, model.progressProperty().get());
  }

  @Test
  void whoIsInTheWayIsSaidWhileItLasts() {
    SessionInfo other =
        new SessionInfo(
            4711,
            "deploy",
            "retort upgrade",
            Optional.of("10.0.0.7"),
            Optional.empty(),
            Optional.of("CREATE INDEX i ON t (x)"));
    List<String> said = new ArrayList<>();
    RunModel model =
        model(
            Optional.empty(),
            (what, name, events, cancellation) -> {
              Step step = what.steps().getFirst();
              PlannedStatement statement = step.statements().getFirst();
              events.accept(
                  new RunEvent.LockWaiting(
                      Optional.of(other), Duration.ofSeconds(3), Duration.ofMinutes(1)));
              events.accept(new RunEvent.LockTaken(Duration.ofSeconds(4)));
              events.accept(new RunEvent.StepStarted(0, step));
              events.accept(new RunEvent.StatementStarted(0, 0, statement));
              events.accept(
                  new RunEvent.StatementBlocked(0, 0, List.of(other), Duration.ofSeconds(1)));
              events.accept(
                  new RunEvent.StepRetrying(
                      0, 1, 4, "lock timeout.", List.of(other), Duration.ofSeconds(2)));
              events.accept(new RunEvent.StepStarted(0, step));
              return succeed(what, name, events, cancellation);
            });
    model
        .waitingProperty()
        .addListener(
            (observable, before, now) ->
                said.add(
                    now.title() + now.sessions().stream().map(SessionInfo::processId).toList()));
    model.run();
    assertEquals(
        List.of(
            "Another run is under way on this database[4711]",
            "The statement waits for a lock[4711]",
            "Attempt 1 of 4 gave way[4711]"),
        said.stream().filter(line -> !line.equals("[]")).toList());
    assertEquals("[]", said.getLast());
    assertTrue(model.steps().getFirst().detail().startsWith("attempt 2, "));
  }

  @Test
  void aPauseSaysWhyWhereNobodyIsKnownToStandInTheWay() {
    List<String> said = new ArrayList<>();
    RunModel model =
        model(
            Optional.empty(),
            (what, name, events, cancellation) -> {
              events.accept(new RunEvent.StepStarted(0, what.steps().getFirst()));
              events.accept(
                  new RunEvent.StepRetrying(
                      0, 1, 4, "could not serialize access", List.of(), Duration.ofSeconds(2)));
              return succeed(what, name, events, cancellation);
            });
    model.messageProperty().addListener((observable, before, now) -> said.add(now));
    model.run();
    assertTrue(said.contains("could not serialize access"), said.toString());
  }

  @Test
  void theTimeThatIsLeftIsCountedDown() {
    Instant noon = Instant.parse("2026-01-01T12:00:00Z");
    Waiting turn = new Waiting.Turn(Optional.empty(), noon, Duration.ofMinutes(1));
    assertEquals("waiting for 15 s, giving up after 1 min 0 s", turn.time(noon.plusSeconds(15)));
    assertEquals(0.25, turn.share(noon.plusSeconds(15)));
    Waiting pause = new Waiting.Pause(1, 4, "met a lock", List.of(), noon, Duration.ofMillis(2500));
    assertEquals("again in 3 s", pause.time(noon));
    assertEquals("again in 1 s", pause.time(noon.plusSeconds(2)));
    assertEquals("again in 0 s", pause.time(noon.plusSeconds(9)));
    assertEquals(1, pause.share(noon.plusSeconds(9)));
  }

  @Test
  void onceCancelledNothingElseIsSaidUntilTheEnd() {
    RunModel[] itself = new RunModel[1];
    itself[0] =
        model(
            Optional.empty(),
            (what, name, events, cancellation) -> {
              itself[0].cancel();
              events.accept(new RunEvent.LockTaken(Duration.ZERO));
              assertEquals("Cancelling…", itself[0].messageProperty().get());
              assertTrue(cancellation.requested());
              throw new Broken();
            });
    itself[0].run();
    assertEquals("It broke", itself[0].messageProperty().get());
  }

  @Test
  void aRunThatSomebodyStoppedIsNoFailure() {
    RunModel model =
        model(
            Optional.empty(),
            (what, name, events, cancellation) -> {
              events.accept(new RunEvent.StepStarted(0, what.steps().getFirst()));
              throw new RunCancelledException(
                  new Aftermath(0, Optional.of(List.of()), "Nothing of 0002 was applied."), null);
            });
    model.run();
    assertEquals(Status.CANCELLED, model.statusProperty().get());
    assertEquals(Progress.CANCELLED, model.steps().getFirst().progress());
    assertEquals("Cancelled.", model.messageProperty().get());
    assertEquals(
        List.of(new Failure.Fact("Database", "Nothing of 0002 was applied.")),
        model.failureProperty().get().orElseThrow().facts());
  }

  @Test
  void aStatementThatFailedIsTakenApartLineByLine() {
    RunModel model =
        model(
            Optional.empty(),
            (what, name, events, cancellation) -> {
              Step step = what.steps().getFirst();
              ServerError error =
                  new ServerError(
                      "42P01",
                      "ERROR",
                      "relation \"x\" does not exist",
                      Optional.of("a detail"),
                      Optional.of("a hint"),
                      8,
                      Optional.empty(),
                      java.util.Map.of());
              throw new StatementFailedException(
                  "statement-failed",
                  new Place(0, step, 1, step.statements().get(1), 11, 8, 2, 2),
                  error.message(),
                  "",
                  Optional.of(error),
                  new Aftermath(0, Optional.empty(), "Nothing was applied."),
                  null);
            });
    model.run();
    Failure failure = model.failureProperty().get().orElseThrow();
    assertEquals("0002 failed at statement 2 of 2: relation \"x\" does not exist", failure.title());
    assertEquals(
        List.of("Detail", "Hint", "Code", "Database"),
        failure.facts().stream().map(Failure.Fact::name).toList());
    assertEquals(Optional.of(new RunFeed.At(0, 1)), failure.at());
    assertEquals(8, failure.position());
    assertEquals(11, failure.file().orElseThrow().line());
    assertTrue(failure.report().contains("SELECT 2"), failure.report());
  }

  @Test
  void theStatementsOfTheStepUnderWayTickOff() {
    List<String> seen = new ArrayList<>();
    RunModel[] itself = new RunModel[1];
    itself[0] =
        model(
            Optional.empty(),
            (what, name, events, cancellation) -> {
              Step step = what.steps().getFirst();
              events.accept(new RunEvent.StepStarted(0, step));
              events.accept(new RunEvent.StatementStarted(0, 0, step.statements().get(0)));
              events.accept(new RunEvent.StatementFinished(0, 0, 1, Duration.ofMillis(2)));
              events.accept(new RunEvent.StatementStarted(0, 1, step.statements().get(1)));
              itself[0]
                  .steps()
                  .getFirst()
                  .ticks()
                  .forEach(
                      tick -> seen.add(tick.number() + " " + tick.progress() + " " + tick.took()));
              assertEquals(Optional.of(new RunFeed.At(0, 1)), itself[0].currentProperty().get());
              throw new Broken();
            });
    itself[0].run();
    assertEquals(List.of("1 DONE 2 ms", "2 RUNNING "), seen);
    assertEquals(Progress.FAILED, itself[0].steps().getFirst().ticks().getLast().progress());
    assertEquals(Optional.empty(), itself[0].currentProperty().get());
  }

  @Test
  void itRunsOnlyOnce() {
    RunModel model = model(Optional.empty(), this::succeed);
    model.run();
    model.run();
    assertEquals(1, ran.size());
  }

  @Test
  void aFailureMarksTheStepAndKeepsTheEnginesWords() {
    RunModel model =
        model(
            Optional.empty(),
            (what, name, events, cancellation) -> {
              events.accept(new RunEvent.StepStarted(0, what.steps().getFirst()));
              throw new Broken();
            });
    model.run();
    assertEquals(Status.FAILED, model.statusProperty().get());
    assertEquals(Progress.FAILED, model.steps().getFirst().progress());
    assertEquals(Progress.WAITING, model.steps().getLast().progress());
    assertEquals("It broke", model.messageProperty().get());
    assertEquals("Mend it", model.hintProperty().get());
    assertEquals(1, ended);
  }

  @Test
  void aProductionDatabaseRunsOnlyOnceItsNameIsTyped() {
    RunModel model = model(Optional.of("trading_db"), this::succeed);
    for (String typed : List.of("", "trading", "Trading_db", "trading_db ")) {
      model.typedNameProperty().set(typed);
      assertFalse(model.mayRun());
      model.run();
    }
    assertEquals(List.of(), ran);
    model.typedNameProperty().set("trading_db");
    model.run();
    assertEquals(1, ran.size());
  }

  @Test
  void aPlanWhoseFilesChangedDoesNotRunUntilTheyAreAsTheyWere() {
    RunModel model = model(Optional.empty(), this::succeed);
    model.outdated("0002 has changed.");
    model.run();
    assertEquals(Status.REVIEW, model.statusProperty().get());
    model.outdated("");
    model.run();
    assertEquals(Status.DONE, model.statusProperty().get());
  }

  private RunModel model(Optional<String> name, Runner runner) {
    return new RunModel(plan, runner, name, new SameThread(), () -> ended++);
  }

  private RunResult succeed(
      Plan what,
      String typedName,
      java.util.function.Consumer<RunEvent> events,
      dev.retort.execute.Cancellation cancellation) {
    ran.add(what);
    for (int i = 0; i < what.steps().size(); i++) {
      events.accept(new RunEvent.StepStarted(i, what.steps().get(i)));
      for (int j = 0; j < what.steps().get(i).statements().size(); j++) {
        events.accept(new RunEvent.StatementStarted(i, j, what.steps().get(i).statements().get(j)));
        events.accept(new RunEvent.StatementFinished(i, j, 1, Duration.ofMillis(2)));
      }
      events.accept(
          new RunEvent.StepFinished(i, Duration.ofMillis(5), what.steps().get(i).headsAfter()));
    }
    return new RunResult(2, 3, Duration.ofMillis(10), what.headsAfter());
  }

  private static final class Broken extends RetortException {
    private static final long serialVersionUID = 1L;

    Broken() {
      super(Kind.FAILED, "broken", "It broke", "Mend it");
    }
  }
}
