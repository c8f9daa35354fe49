package dev.retort.ui.shell;

import dev.retort.engine.PlanRequest;
import dev.retort.engine.Planning;
import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.plan.Command;
import dev.retort.plan.Plan;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the target field means on the chosen database, worked out again whenever either changes. */
public final class ReviewModel {
  private final ProjectSession session;
  private final Background background;
  private final StringProperty target = new SimpleStringProperty("head");
  private final ObjectProperty<Command> command = new SimpleObjectProperty<>(Command.UPGRADE);
  private final ReadOnlyObjectWrapper<Optional<Plan>> plan =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper noWrites = new ReadOnlyStringWrapper("");
  private int asked;

  /** The target field's model. */
  public ReviewModel(ProjectSession session, Background background) {
    this.session = session;
    this.background = background;
    session.projectProperty().subscribe((Optional<Project> now) -> offer(now));
    target.addListener((observable, before, now) -> resolve());
    command.addListener((observable, before, now) -> resolve());
    session.positionProperty().addListener((observable, before, now) -> resolve());
    session.positionProperty().subscribe(this::mayWrite);
    session.connectionProperty().subscribe(this::mayWrite);
    resolve();
  }

  /** What most people want, until they type something else; with several heads, all of them. */
  private void offer(Optional<Project> project) {
    boolean several = project.filter(now -> now.graph().heads().size() > 1).isPresent();
    if (target.get().equals(several ? "head" : "heads")) {
      target.set(several ? "heads" : "head");
    }
  }

  /** Asks for a command and a target at once. */
  void ask(Command wanted, String where) {
    command.set(wanted);
    target.set(where);
  }

  /** Says something that has to do with what was asked for last. */
  void say(String sentence) {
    words.set(sentence);
  }

  private void mayWrite() {
    noWrites.set(
        NoWrites.reason(session.connectionProperty().get(), session.positionProperty().get()));
  }

  /** Why plans can be read on the chosen database, but not run; empty if they can be run. */
  public ReadOnlyStringProperty noWritesProperty() {
    return noWrites.getReadOnlyProperty();
  }

  /** What is to be done. */
  public ObjectProperty<Command> commandProperty() {
    return command;
  }

  /** What is typed: any target that the command takes. */
  public StringProperty targetProperty() {
    return target;
  }

  /** The plan to it; empty where there is none. */
  public ReadOnlyObjectProperty<Optional<Plan>> planProperty() {
    return plan.getReadOnlyProperty();
  }

  /** The plan in words, or why there is none. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  private void resolve() {
    int question = ++asked;
    plan.set(Optional.empty());
    Optional<Project> project = session.projectProperty().get();
    Optional<Position> position = session.positionProperty().get();
    String typed = target.get().strip();
    if (project.isEmpty() || position.isEmpty() || typed.isEmpty()) {
      words.set("");
      return;
    }
    PlanRequest request = new PlanRequest(command.get(), targets(typed), false);
    TargetWords meaning = new TargetWords(project.get(), position.get(), request);
    background.run(
        () -> {
          Plan found = new Planning(project.get()).plan(request, position.get().state());
          return new Answer(found, meaning.of(found));
        },
        answer -> {
          if (question == asked) {
            plan.set(Optional.of(answer.plan()));
            words.set(answer.words());
          }
        },
        problem -> {
          if (question == asked) {
            words.set(meaning.whyNot(problem));
          }
        });
  }

  private record Answer(Plan plan, String words) {}

  /** Several targets are set apart by blanks or commas; a downgrade takes one alone. */
  private List<String> targets(String typed) {
    return command.get() == Command.DOWNGRADE ? List.of(typed) : List.of(typed.split("[\\s,]+"));
  }
}
