package dev.retort.ui.run;

import dev.retort.execute.Cancellation;
import dev.retort.execute.RunResult;
import dev.retort.execute.failure.RunCancelledException;
import dev.retort.plan.Plan;
import dev.retort.ui.run.StepLine.Progress;
import dev.retort.ui.task.Background;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/**
 * One plan from review to its end: whether it may run, what is happening, how it ended. What runs
 * is the plan that was reviewed, the same object.
 */
public final class RunModel {

  /** Where things stand. */
  public enum Status {
    REVIEW,
    RUNNING,
    DONE,
    /** Somebody stopped it on purpose, which is no failure. */
    CANCELLED,
    FAILED;

    /** Whether there has been a run, and it is over. */
    public boolean over() {
      return this != REVIEW && this != RUNNING;
    }
  }

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
  private final ReadOnlyObjectWrapper<Optional<Failure>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final RunFeed feed;
  private String refusal = "";

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
    this.feed = new RunFeed(plan, this::say, InstantSource.system());
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
            runner.run(
                plan, typed, event -> background.onToolkit(() -> feed.show(event)), cancellation),
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
    feed.changed(numbers);
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

  /** Once a stop is asked for, that is what is said until the end. */
  private void say(String words) {
    if (!cancellation.requested()) {
      message.set(words);
    }
  }

  private void done(RunResult result) {
    feed.over(Progress.DONE);
    message.set(
        "Done: %s in %s. The database is at %s."
            .formatted(
                RunWords.count(result.steps(), "step"),
                RunWords.took(result.took()),
                RunWords.heads(result.headsAfter())));
    hint.set(changed());
    end(Status.DONE);
  }

  /** What is another now than before the run. */
  private String changed() {
    String ids = RunWords.some(feed.steps().stream().map(StepLine::id).toList());
    return switch (plan.command()) {
      case UPGRADE, RESUME -> "Applied " + ids + ".";
      case DOWNGRADE -> "Undone " + ids + ".";
      case STAMP -> "Only the version table was written; no statement of a revision was run.";
      case CLEANUP -> "What was half made is gone; the rest of the step is still to be run.";
    };
  }

  private void failed(Throwable problem) {
    boolean stopped = problem instanceof RunCancelledException;
    feed.over(stopped ? Progress.CANCELLED : Progress.FAILED);
    Failure why = Failure.of(problem, feed.reached());
    failure.set(Optional.of(why));
    message.set(why.title());
    hint.set(why.advice());
    end(stopped ? Status.CANCELLED : Status.FAILED);
  }

  private void end(Status how) {
    status.set(how);
    ended.run();
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

  /** Why a run that is over did not end well; empty if it did. */
  public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** What can be done next; empty where nothing need be. */
  public ReadOnlyStringProperty hintProperty() {
    return hint.getReadOnlyProperty();
  }

  /** The statement under way; empty before the first, and once it is over. */
  public ReadOnlyObjectProperty<Optional<RunFeed.At>> currentProperty() {
    return feed.currentProperty();
  }

  /** What the run waits for at the moment. */
  public ReadOnlyObjectProperty<Waiting> waitingProperty() {
    return feed.waitingProperty();
  }

  /** Statements done, from 0 to 1. */
  public ReadOnlyDoubleProperty progressProperty() {
    return feed.progressProperty();
  }

  /** The steps, in the order in which they run. */
  public ObservableList<StepLine> steps() {
    return feed.steps();
  }

  /** The plan in a line: {@code 3 steps, 7 statements}. */
  public String summary() {
    return RunWords.count(plan.steps().size(), "step")
        + ", "
        + RunWords.count(feed.statements(), "statement");
  }

  /** The whole way: {@code 0004 → 0006}. */
  public String way() {
    return RunWords.heads(plan.headsBefore()) + " → " + RunWords.heads(plan.headsAfter());
  }
}
