package dev.retort.ui.shell;

import dev.retort.engine.PlanRequest;
import dev.retort.engine.Position;
import dev.retort.problem.Problem;
import dev.retort.ui.graph.GraphModel;
import dev.retort.ui.graph.GraphView;
import dev.retort.ui.graph.picture.TargetPath;
import dev.retort.ui.profile.PasswordKeeper;
import dev.retort.ui.profile.PasswordModel;
import dev.retort.ui.profile.TroublePane;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.stopped.StoppedPanel;
import dev.retort.ui.task.Background;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The revisions, the selected one, and the target field; banners above them say what is wrong. */
final class MainPage extends BorderPane {
  private final ProjectSession session;
  private final Editing editing;
  private final VBox banners = new VBox();
  private final StoppedWays waysOn;
  private final GraphView view;

  MainPage(
      ProjectSession session,
      GraphModel graph,
      ReviewModel review,
      Background background,
      Runnable openReview,
      Consumer<PlanRequest> openOther,
      Editing editing) {
    this.session = session;
    this.editing = editing;
    ActionBar actions = new ActionBar(review, openReview);
    this.waysOn = new StoppedWays(review, actions, openOther);
    Inspector inspector = new Inspector(session, background, review, actions::toTarget, editing);
    this.view =
        new GraphView(
            graph,
            new GraphHandler(
                session,
                review,
                inspector,
                actions,
                editing,
                new FileOpener(session, background, review::say)));
    graph
        .selectedProperty()
        .addListener(
            (observable, before, now) ->
                inspector.show(now, graph.selectedPair(), session.projectProperty().get()));
    review.planProperty().subscribe(plan -> graph.pathProperty().set(TargetPath.of(plan)));
    new PlaceKeeper(session, background, view);
    SplitPane split = new SplitPane(view, inspector);
    split.setDividerPositions(0.62);
    PasswordKeeper keyRing = PasswordKeeper.keyRing(session.retort());
    PasswordModel passwords = new PasswordModel(session, background, keyRing);
    setTop(new VBox(new TroublePane(session, passwords), banners));
    setCenter(split);
    setBottom(actions);
    session.projectProperty().addListener((observable, before, now) -> showBanners());
    session.projectTroubleProperty().addListener((observable, before, now) -> showBanners());
    session.positionProperty().addListener((observable, before, now) -> showBanners());
    session.watchTroubleProperty().addListener((observable, before, now) -> showBanners());
    showBanners();
  }

  private void showBanners() {
    banners.getChildren().clear();
    session
        .projectProperty()
        .get()
        .filter(project -> !project.errors().isEmpty())
        .ifPresent(
            project ->
                banner(
                    "file-problems",
                    new ProblemsBanner(project, project.errors(), this::open),
                    "banner-danger"));
    session
        .projectTroubleProperty()
        .get()
        .ifPresent(now -> banner("project-trouble", wrapped(now.words()), "banner-danger"));
    session
        .watchTroubleProperty()
        .get()
        .ifPresent(now -> banner("not-watched", wrapped(now.words()), "banner-warning"));
    session
        .positionProperty()
        .get()
        .flatMap(Position::stopped)
        .ifPresent(
            stopped ->
                banner("stopped-banner", new StoppedPanel(stopped, waysOn), "banner-warning"));
    session
        .positionProperty()
        .get()
        .filter(position -> !position.unknown().isEmpty())
        .ifPresent(
            position ->
                banner(
                    "unknown-rows",
                    wrapped(
                        "The database is at %s, which no revision file has. Bring the file back (another branch may have it), or stamp the revision that the schema really matches."
                            .formatted(
                                position.unknown().stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", ")))),
                    "banner-warning"));
  }

  private void open(Problem problem) {
    problem.file().ifPresent(file -> editing.edit(file, problem.line()));
  }

  private void banner(String id, javafx.scene.Node content, String style) {
    HBox banner = new HBox(content);
    HBox.setHgrow(content, Priority.ALWAYS);
    banner.setId(id);
    banner.getStyleClass().addAll("banner", style);
    banners.getChildren().add(banner);
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    return label;
  }
}
