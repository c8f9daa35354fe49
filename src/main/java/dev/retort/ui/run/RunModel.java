package dev.retort.ui.run;

import dev.retort.execute.Cancellation;
import dev.retort.execute.RunEvent;
import dev.retort.execute.RunResult;
import dev.retort.plan.Plan;
import dev.retort.plan.Step;
import dev.retort.problem.RetortException;
import dev.retort.revision.RevisionId;
import dev.retort.ui.run.StepLine.Progress;
import dev.retort.ui.task.Background;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * One plan from review to its end: its steps with their progress, what is happening, how it ended.
 * What runs is the plan that was reviewed, the same object.
 */
public final class RunModel {

  /** Where things stand. */
  public enum Status {
    REVIEW,
    RUNNING,
    DONE,
    FAILED
  }

  /** A statement of a step, both counted from 0. */
  public record At(int step, int statement) {}

  private final Plan plan;
  private final Runner runner;
  private final Background background;
  private final Runnable ended;
  private final Optional<String> requiredName;
  private final StringProperty typedName = new SimpleStringProperty("");
  private final Cancellation cancellation = new Cancellation();
  private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(Status.REVIEW);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper outdated = new ReadOnlyStringWrapper("");
  private String refusal = "";
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
  private final ObservableList<StepLine> steps = FXCollections.observableArrayList();
  private final int statements;
  private final ReadOnlyObjectWrapper<Waiting> waiting =
      new ReadOnlyObjectWrapper<>(new Waiting.Nothing());
  private final InstantSource clock = InstantSource.system();

  /** Of the steps that are done. */
  private int statementsDone;

  /** Of the step under way. */
  private int statementsSince;

  /** The statement under way, or the last that was. */
  private Optional<At> at = Optional.empty();

  /** The step that was tried again last, and which attempt at it this is. */
  private int retried = -1;

  private int attempt = 1;

  /**
   * A plan to be reviewed.
   *
   * @param requiredName what has to be typed before it may run: a production database's name
   * @param ended told on the toolkit's thread once a run is over, well or not
   */
  public RunModel(
      Plan plan,
      Runner runner,
      Optional<String> requiredName,
      Background background,
      Runnable ended) {
    this.requiredName = requiredName;
    this.plan = plan;
    this.runner = runner;
    this.background = background;
    this.ended = ended;
    this.statements = plan.steps().stream().mapToInt(step -> step.statements().size()).sum();
    plan.steps().forEach(step -> steps.add(line(step)));
  }

  /** Starts the run; does nothing unless the plan is under review. Toolkit's thread. */
  public void run() {
    if (status.get() != Status.REVIEW || !mayRun()) {
      return;
    }
    String typed = typedName.get();
    status.set(Status.RUNNING);
    message.set("Waiting for the lock…");
    background.run(
        () ->
            runner.run(plan, typed, event -> background.onToolkit(() -> show(event)), cancellation),
        this::done,
        this::failed);
  }

  /** Asks the run to stop; it ends by itself soon after, and says what state the database is in. */
  public void cancel() {
    if (status.get() == Status.RUNNING) {
      message.set("Cancelling…");
      cancellation.cancel();
    }
  }

  /** Whether what has to be typed has been typed. */
  public boolean mayRun() {
    return !plan.steps().isEmpty()
        && outdated.get().isEmpty()
        && refusal.isEmpty()
        && requiredName.map(name -> name.equals(typedName.get())).orElse(true);
  }

  /** Marks steps whose SQL is another than the one the database last saw. Toolkit's thread. */
  void changed(Set<Integer> numbers) {
    numbers.forEach(step -> steps.set(step, steps.get(step).asChanged()));
  }

  /** Lets the plan be looked at and never run. To be called before it is shown. */
  public void refuse(String why) {
    refusal = why;
  }

  /** Why the plan cannot be run here at all; empty if it can. */
  public String refusal() {
    return refusal;
  }

  /**
   * The plan under review is no longer what the files and the database give, so it must be reviewed
   * again before anything runs. Toolkit's thread.
   *
   * @param why in words; empty if all is as it was again
   */
  public void outdated(String why) {
    if (status.get() == Status.REVIEW) {
      outdated.set(why);
    }
  }

  /** Why the plan must be reviewed again; empty while it is what would run. */
  public ReadOnlyStringProperty outdatedProperty() {
    return outdated.getReadOnlyProperty();
  }

  /** What has to be typed before the plan may run. */
  public Optional<String> requiredName() {
    return requiredName;
  }

  /** What has been typed. */
  public StringProperty typedNameProperty() {
    return typedName;
  }

  /** The plan under review. */
  public Plan plan() {
    return plan;
  }

  /** Where things stand. */
  public ReadOnlyObjectProperty<Status> statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** What is happening or has happened, a sentence or two. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** The statement at which a run that failed stopped, if it had come to one. */
  public Optional<At> failedAt() {
    return status.get() == Status.FAILED ? at : Optional.empty();
  }

  /** What can be done next; empty where nothing need be. */
  public ReadOnlyStringProperty hintProperty() {
    return hint.getReadOnlyProperty();
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

  /** The plan in a line: {@code 3 steps, 7 statements}. */
  public String summary() {
    return count(plan.steps().size(), "step") + ", " + count(statements, "statement");
  }

  /** The whole way: {@code 0004 → 0006}. */
  public String way() {
    return heads(plan.headsBefore()) + " → " + heads(plan.headsAfter());
  }

  private void show(RunEvent event) {
    switch (event) {
      case RunEvent.LockWaiting turn -> {
        Instant since = clock.instant().minus(turn.waited());
        waiting.set(new Waiting.Turn(turn.holder(), since, turn.limit()));
        say("Waiting for another run on this database…");
      }
      case RunEvent.LockTaken taken -> {
        waiting.set(new Waiting.Nothing());
        say("Running…");
      }
      case RunEvent.StepStarted started -> {
        if (started.step() != retried) {
          attempt = 1;
        }
        waiting.set(new Waiting.Nothing());
        mark(started.step(), Progress.RUNNING, attempts());
        say("Running " + steps.get(started.step()).id() + "…");
      }
      case RunEvent.StatementStarted started -> {
        at = Optional.of(new At(started.step(), started.statement()));
        waiting.set(new Waiting.Nothing());
        mark(
            started.step(),
            Progress.RUNNING,
            attempts()
                + "statement %d of %d"
                    .formatted(started.statement() + 1, steps.get(started.step()).statements()));
      }
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
      case RunEvent.NoticeRaised notice -> say(notice.severity() + ": " + notice.message());
      case RunEvent.StatementFinished finished -> {
        waiting.set(new Waiting.Nothing());
        statementsSince++;
        progress.set(
            Math.min(1, (statementsDone + statementsSince) / (double) Math.max(1, statements)));
      }
      case RunEvent.StepFinished finished -> {
        waiting.set(new Waiting.Nothing());
        statementsDone += statementsSince;
        statementsSince = 0;
        mark(finished.step(), Progress.DONE, attempts() + took(finished.took()));
      }
      case RunEvent.StepRetrying retrying -> {
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
        mark(retrying.step(), Progress.RUNNING, "attempt " + retrying.attempt() + " gave way");
        say(retrying.reason());
      }
      case RunEvent.RunFinished finished -> progress.set(1);
    }
  }

  /** Once a stop is asked for, that is what is said until the end. */
  private void say(String words) {
    if (!cancellation.requested()) {
      message.set(words);
    }
  }

  private String attempts() {
    return attempt > 1 ? "attempt " + attempt + ", " : "";
  }

  private void done(RunResult result) {
    waiting.set(new Waiting.Nothing());
    progress.set(1);
    message.set(
        "Done: %s in %s. The database is at %s."
            .formatted(
                count(result.steps(), "step"), took(result.took()), heads(result.headsAfter())));
    status.set(Status.DONE);
    ended.run();
  }

  private void failed(Throwable problem) {
    waiting.set(new Waiting.Nothing());
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).progress() == Progress.RUNNING) {
        mark(i, Progress.FAILED, "failed");
      }
    }
    if (problem instanceof RetortException known) {
      message.set(known.message());
      hint.set(known.hint());
    } else {
      message.set("Something unexpected went wrong: " + problem);
    }
    status.set(Status.FAILED);
    ended.run();
  }

  private void mark(int step, Progress now, String words) {
    steps.set(step, steps.get(step).with(now, words));
  }

  private static StepLine line(Step step) {
    String id = step.revision().map(RevisionId::value).orElse(heads(step.to()));
    return new StepLine(
        id,
        step.message(),
        step.transactional(),
        step.statements().size(),
        Progress.WAITING,
        "",
        false);
  }

  private static String heads(List<RevisionId> heads) {
    return heads.isEmpty()
        ? "base"
        : heads.stream().map(RevisionId::value).collect(Collectors.joining(", "));
  }

  private static String count(int number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }

  private static String took(Duration time) {
    return time.toMillis() < 1000
        ? time.toMillis() + " ms"
        : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
