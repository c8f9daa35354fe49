package dev.retort.ui.shell;

import dev.retort.engine.PlanRequest;
import dev.retort.engine.Planning;
import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.plan.Plan;
import dev.retort.problem.RetortException;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the target field means on the chosen database, worked out again whenever either changes. */
public final class ReviewModel {
  private final ProjectSession session;
  private final Background background;
  private final StringProperty target = new SimpleStringProperty("head");
  private final ReadOnlyObjectWrapper<Optional<Plan>> plan =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private int asked;

  /** The target field's model. */
  public ReviewModel(ProjectSession session, Background background) {
    this.session = session;
    this.background = background;
    target.addListener((observable, before, now) -> resolve());
    session.positionProperty().addListener((observable, before, now) -> resolve());
    resolve();
  }

  /** What is typed: any target an upgrade takes. */
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
    background.run(
        () -> new Planning(project.get()).plan(PlanRequest.upgrade(typed), position.get().heads()),
        found -> {
          if (question == asked) {
            plan.set(Optional.of(found));
            words.set(describe(found));
          }
        },
        problem -> {
          if (question == asked) {
            words.set(
                problem instanceof RetortException known
                    ? (known.message() + " " + known.hint()).strip()
                    : problem.toString());
          }
        });
  }

  private static String describe(Plan plan) {
    int steps = plan.steps().size();
    int statements = plan.steps().stream().mapToInt(step -> step.statements().size()).sum();
    if (steps == 0) {
      return "Nothing to do: all of it is applied.";
    }
    return "%d step%s, %d statement%s"
        .formatted(steps, steps == 1 ? "" : "s", statements, statements == 1 ? "" : "s");
  }
}
