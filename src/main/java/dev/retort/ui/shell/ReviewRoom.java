package dev.retort.ui.shell;

import dev.retort.engine.Connection;
import dev.retort.engine.PlanRequest;
import dev.retort.engine.Planning;
import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.plan.Plan;
import dev.retort.revision.RevisionId;
import dev.retort.ui.run.RunModel;
import dev.retort.ui.run.RunModel.Status;
import dev.retort.ui.run.RunView;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.shell.ReviewDesk.Prepared;
import dev.retort.ui.task.Background;
import dev.retort.ui.task.ClientWords;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.notice.Notice;
import dev.retort.ui.widget.notice.Notices;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;

/**
 * The plan under review and its run, from the moment it is opened until it is left. What is on the
 * screen must be what would run, whatever happens to files and database meanwhile. Toolkit's
 * thread.
 */
final class ReviewRoom {
  private final ProjectSession session;
  private final Background background;
  private final ReviewModel target;
  private final Around around;
  private Optional<RunModel> model = Optional.empty();
  private Optional<Prepared> prepared = Optional.empty();

  /** Notes what of the plan was read. */
  private Runnable leaving = () -> {};

  /** What the plan was asked for by, if not by the target field. */
  private Optional<PlanRequest> askedBy = Optional.empty();

  /**
   * What is around the review.
   *
   * @param show puts a page on the screen, or the front again
   */
  record Around(
      MainPage graph,
      StatusBar status,
      Notices notices,
      Exports exports,
      Consumer<Optional<Node>> show) {}

  ReviewRoom(ProjectSession session, Background background, ReviewModel target, Around around) {
    this.session = session;
    this.background = background;
    this.target = target;
    this.around = around;
    session.projectProperty().addListener((observable, before, now) -> check());
    session.positionProperty().addListener((observable, before, now) -> check());
  }

  /** The plan under review, or its run; empty where the front is shown. */
  Optional<RunModel> model() {
    return model;
  }

  private void check() {
    Optional<Project> project = session.projectProperty().get();
    if (model.isEmpty() || project.isEmpty()) {
      return;
    }
    RunModel checked = model.get();
    Optional<Position> position = session.positionProperty().get();
    background.run(
        () -> Freshness.changed(checked.plan(), project.get(), position),
        changed -> checked.outdated(changed.orElse("")),
        problem -> checked.outdated("This plan can no longer be made: " + problem));
  }

  /** Reviews what the target field stands for. */
  void open() {
    open(target.planProperty().get(), Optional.empty());
  }

  /** Reviews something that no target stands for, such as going on with a step that stopped. */
  void open(PlanRequest request) {
    Optional<Project> project = session.projectProperty().get();
    Optional<Position> position = session.positionProperty().get();
    if (project.isEmpty() || position.isEmpty()) {
      return;
    }
    background.run(
        () -> new Planning(project.get()).plan(request, position.get().state()),
        plan -> open(Optional.of(plan), Optional.of(request)),
        this::cannot);
  }

  private void open(Optional<Plan> plan, Optional<PlanRequest> request) {
    Optional<Project> project = session.projectProperty().get();
    Optional<Connection> connection = session.connectionProperty().get();
    if (plan.isEmpty() || project.isEmpty() || connection.isEmpty()) {
      return;
    }
    ReviewDesk desk =
        new ReviewDesk(
            project.get(),
            connection.get(),
            session.positionProperty().get(),
            session.retort().runs(project.get(), connection.get()));
    background.run(
        () -> desk.prepare(plan.get()),
        ready -> {
          // Whoever has chosen another database meanwhile must not be shown a plan for this one.
          if (session.connectionProperty().get().equals(connection)) {
            show(project.get(), connection.get(), ready, request);
          }
        },
        this::cannot);
  }

  private void cannot(Throwable problem) {
    target.say(ClientWords.of(problem));
  }

  private void show(
      Project project, Connection connection, Prepared ready, Optional<PlanRequest> request) {
    RunModel run =
        new RunModel(
            ready.plan(), ready.runner(), ready.requiredName(), background, this::hasEnded);
    run.refuse(ready.noWrites());
    model = Optional.of(run);
    prepared = Optional.of(ready);
    askedBy = request;
    RunView view =
        new RunView(
            run,
            ready.review(),
            background,
            new ReviewWays(
                session,
                ready,
                new ReviewWays.Exits(this::leave, this::again, this::open, around.graph())));
    Runnable note = new ReviewedSteps(session, background, target::say).follow(ready.plan(), view);
    ReviewExtras extras = new ReviewExtras(session, ready.plan(), project, connection, background);
    extras.addTo(view, run);
    leaving =
        () -> {
          extras.leave();
          note.run();
        };
    Button export = Nodes.button("export-sql", "Export SQL");
    export.setOnAction(event -> export());
    view.addTool(export);
    around
        .status()
        .noteProperty()
        .bind(
            run.outdatedProperty()
                .map(
                    why ->
                        why.isEmpty()
                            ? "files unchanged since this plan was made"
                            : "to be reviewed again"));
    around.show().accept(Optional.of(view));
    view.begin();
  }

  /** Who looks elsewhere is told when they come back; who looks on has seen it. */
  private void hasEnded() {
    session.refresh();
    Scene scene = around.status().getScene();
    boolean seen = scene != null && scene.getWindow() != null && scene.getWindow().isFocused();
    if (!seen) {
      model.ifPresent(run -> around.notices().post(ended(run)));
    }
  }

  private static Notice ended(RunModel run) {
    boolean done = run.statusProperty().get() == Status.DONE;
    return new Notice(
        done ? Notice.Kind.DONE : Notice.Kind.FAILED,
        done ? "The run is done" : "The run stopped",
        run.messageProperty().get());
  }

  /** Writes the pending SQL into a file of the user's choice. */
  void export() {
    prepared.ifPresent(
        ready -> {
          Plan plan = ready.plan();
          String to =
              plan.headsAfter().isEmpty()
                  ? "base"
                  : plan.headsAfter().stream()
                      .map(RevisionId::value)
                      .collect(Collectors.joining("-"));
          around
              .exports()
              .plan("%s-to-%s.sql".formatted(plan.command().word(), to), ready.review().pending());
        });
  }

  /** Plans the same again and reviews it. */
  void again() {
    Optional<PlanRequest> asked = askedBy;
    leave();
    asked.ifPresentOrElse(this::open, this::open);
  }

  /** Leaves, unless the run is under way. */
  void escape() {
    if (model.filter(run -> run.statusProperty().get() != Status.RUNNING).isPresent()) {
      leave();
    }
  }

  /** Back to the front. */
  void leave() {
    leaving.run();
    leaving = () -> {};
    model = Optional.empty();
    prepared = Optional.empty();
    askedBy = Optional.empty();
    around.status().noteProperty().unbind();
    around.status().noteProperty().set("");
    around.show().accept(Optional.empty());
  }
}
