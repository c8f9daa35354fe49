package dev.retort.ui.run;

import dev.retort.execute.RunEvent;
import dev.retort.execute.state.SessionInfo;
import dev.retort.plan.Plan;
import dev.retort.plan.Step;
import dev.retort.revision.RevisionId;
import dev.retort.ui.run.StepLine.Progress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What is happening in a run: takes its events, and keeps the steps with their progress, the
 * statement under way, what is waited for, and how much is done. Toolkit's thread.
 */
public final class RunFeed {

  /** A statement of a step, both counted from 0. */
  public record At(int step, int statement) {}

  private final Consumer<String> say;
  private final InstantSource clock;
  private final int statements;
  private final ObservableList<StepLine> steps = FXCollections.observableArrayList();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
  private final ReadOnlyObjectWrapper<Waiting> waiting =
      new ReadOnlyObjectWrapper<>(new Waiting.Nothing());
  private final ReadOnlyObjectWrapper<Optional<At>> current =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** Of the steps that are done. */
  private int statementsDone;

  /** Of the step under way. */
  private int statementsSince;

  /** The statement under way, or the last that was. */
  private Optional<At> reached = Optional.empty();

  /** The step that was tried again last, and which attempt at it this is. */
  private int retried = -1;

  private int attempt = 1;

  /**
   * The steps of a plan, none of them begun.
   *
   * @param say takes a sentence on what is going on
   */
  RunFeed(Plan plan, Consumer<String> say, InstantSource clock) {
    this.say = say;
    this.clock = clock;
    this.statements = plan.steps().stream().mapToInt(step -> step.statements().size()).sum();
    plan.steps().forEach(step -> steps.add(line(step)));
  }

  private static StepLine line(Step step) {
    String id = step.revision().map(RevisionId::value).orElse(RunWords.heads(step.to()));
    return new StepLine(
        id,
        step.message(),
        step.transactional(),
        step.statements().size(),
        Progress.WAITING,
        "",
        false,
        java.util.List.of());
  }

  void show(RunEvent event) {
    switch (event) {
      case RunEvent.LockWaiting turn -> {
        Instant since = clock.instant().minus(turn.waited());
        waiting.set(new Waiting.Turn(turn.holder(), since, turn.limit()));
        say.accept("Waiting for another run on this database…");
      }
      case RunEvent.LockTaken taken -> {
        atWork();
        say.accept("Running…");
      }
      case RunEvent.StepStarted started -> {
        if (started.step() != retried) {
          attempt = 1;
        }
        atWork();
        change(
            started.step(),
            steps.get(started.step()).withoutTicks().with(Progress.RUNNING, attempts()));
        say.accept(
            "Running %s, step %d of %d…"
                .formatted(steps.get(started.step()).id(), started.step() + 1, steps.size()));
      }
      case RunEvent.StatementStarted started -> begun(started);
      case RunEvent.StatementBlocked blocked -> {
        waiting.set(new Waiting.Locks(blocked.by(), clock.instant().minus(blocked.waited())));
        mark(
            blocked.step(),
            Progress.RUNNING,
            attempts()
                + "waits for process "
                + blocked.by().stream()
                    .map(session -> String.valueOf(session.processId()))
                    .collect(Collectors.joining(", ")));
      }
      case RunEvent.NoticeRaised notice -> say.accept(notice.severity() + ": " + notice.message());
      case RunEvent.StatementFinished finished -> {
        atWork();
        change(
            finished.step(),
            steps.get(finished.step()).ended(Progress.DONE, RunWords.took(finished.took())));
        statementsSince++;
        progress.set(
            Math.min(1, (statementsDone + statementsSince) / (double) Math.max(1, statements)));
      }
      case RunEvent.StepFinished finished -> {
        atWork();
        statementsDone += statementsSince;
        statementsSince = 0;
        change(
            finished.step(),
            steps
                .get(finished.step())
                .withoutTicks()
                .with(Progress.DONE, attempts() + RunWords.took(finished.took())));
      }
      case RunEvent.StepRetrying retrying -> retrying(retrying);
      case RunEvent.StatementRetrying retrying -> retrying(retrying);
      case RunEvent.RunFinished finished -> progress.set(1);
    }
  }

  private void begun(RunEvent.StatementStarted started) {
    At at = new At(started.step(), started.statement());
    reached = Optional.of(at);
    atWork();
    StepLine line = steps.get(started.step());
    int number = started.statement() + 1;
    change(
        started.step(),
        line.begun(number, started.what().kind())
            .with(
                Progress.RUNNING,
                attempts() + "statement %d of %d".formatted(number, line.statements())));
    current.set(reached);
  }

  private void retrying(RunEvent.StepRetrying retrying) {
    retried = retrying.step();
    attempt = retrying.attempt() + 1;
    statementsSince = 0;
    waiting.set(
        new Waiting.Pause(
            retrying.attempt(),
            retrying.attempts(),
            retrying.reason(),
            retrying.by(),
            clock.instant(),
            retrying.pause()));
    change(
        retrying.step(),
        steps
            .get(retrying.step())
            .withoutTicks()
            .with(Progress.RUNNING, "attempt " + retrying.attempt() + " gave way"));
    pausing(retrying.reason(), retrying.by());
  }

  private void retrying(RunEvent.StatementRetrying retrying) {
    statementsSince = retrying.statement();
    waiting.set(
        new Waiting.Pause(
            retrying.attempt(),
            retrying.attempts(),
            retrying.reason(),
            retrying.by(),
            clock.instant(),
            retrying.pause()));
    pausing(retrying.reason(), retrying.by());
  }

  /** Who stood in the way is said above, with all that is known of them; else it is said here. */
  private void pausing(String reason, List<SessionInfo> by) {
    say.accept(
        by.isEmpty() ? reason : "A lock was not to be had in time. It is tried again by itself…");
  }

  /** The run is over; what was still under way is not any more. */
  void over(Progress how) {
    atWork();
    current.set(Optional.empty());
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).progress() == Progress.RUNNING) {
        String words = how == Progress.CANCELLED ? "stopped" : "failed";
        change(i, steps.get(i).ended(how, words).with(how, words));
      }
    }
    if (how == Progress.DONE) {
      progress.set(1);
    }
  }

  private void atWork() {
    waiting.set(new Waiting.Nothing());
  }

  private String attempts() {
    return attempt > 1 ? "attempt " + attempt + ", " : "";
  }

  private void mark(int step, Progress now, String words) {
    change(step, steps.get(step).with(now, words));
  }

  private void change(int step, StepLine now) {
    if (!steps.get(step).equals(now)) {
      steps.set(step, now);
    }
  }

  /** The statement that the run had come to, if to any. */
  Optional<At> reached() {
    return reached;
  }

  /** Marks steps whose SQL is another than the one the database last saw. */
  void changed(Set<Integer> numbers) {
    numbers.forEach(step -> change(step, steps.get(step).asChanged()));
  }

  /** How many statements there are in all. */
  int statements() {
    return statements;
  }

  /** The statement under way; empty before the first, and once it is over. */
  public ReadOnlyObjectProperty<Optional<At>> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** What the run waits for at the moment. */
  public ReadOnlyObjectProperty<Waiting> waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** Statements done, from 0 to 1. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** The steps, in the order in which they run. */
  public ObservableList<StepLine> steps() {
    return steps;
  }
}
