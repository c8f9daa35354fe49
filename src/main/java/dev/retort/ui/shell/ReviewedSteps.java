package dev.retort.ui.shell;

import dev.retort.engine.Connection;
import dev.retort.engine.Project;
import dev.retort.engine.Seen;
import dev.retort.plan.Plan;
import dev.retort.plan.Step;
import dev.retort.ui.run.RunView;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Shows a plan under review what has changed since its database last saw the files, and notes what
 * of it was read. What is noted is the text that was on the screen, though the file may have
 * changed meanwhile.
 */
final class ReviewedSteps {
  private final ProjectSession session;
  private final Background background;
  private final Consumer<String> say;

  ReviewedSteps(ProjectSession session, Background background, Consumer<String> say) {
    this.session = session;
    this.background = background;
    this.say = say;
  }

  /**
   * Shows what has changed.
   *
   * @return what is to be done when the plan is left
   */
  Runnable follow(Plan plan, RunView view) {
    Optional<Project> project = session.projectProperty().get();
    Optional<Connection> connection = session.connectionProperty().get();
    if (project.isEmpty() || connection.isEmpty()) {
      return () -> {};
    }
    Seen seen = session.retort().seen(project.get(), connection.get());
    background.run(
        () -> seen.changed(plan),
        view::changedSince,
        problem -> say.accept("What changed since cannot be told: " + problem.getMessage()));
    return () -> note(seen, view.read());
  }

  private void note(Seen seen, List<Step> read) {
    if (read.isEmpty()) {
      return;
    }
    background.run(
        () -> {
          seen.reviewed(read);
          return read;
        },
        noted -> {},
        problem -> say.accept("What was read cannot be noted: " + problem.getMessage()));
  }
}
