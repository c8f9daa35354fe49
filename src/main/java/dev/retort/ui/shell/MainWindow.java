package dev.retort.ui.shell;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.control.TextInputControl;
import javafx.scene.Node;
import dev.retort.engine.Connection;
import dev.retort.engine.PlanRequest;
import dev.retort.engine.Planning;
import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.engine.RunRequest;
import dev.retort.engine.Runs;
import dev.retort.execute.failure.PlanChangedException;
import dev.retort.plan.Plan;
import dev.retort.preview.ScriptWriter;
import dev.retort.preview.SqlScript;
import dev.retort.preview.VersionTable;
import dev.retort.preview.WayBackText;
import dev.retort.problem.RetortException;
import dev.retort.profile.Confirmation;
import dev.retort.profile.Environment;
import dev.retort.profile.resolve.Wish;
import dev.retort.revision.RevisionId;
import dev.retort.ui.graph.GraphModel;
import dev.retort.ui.graph.SessionSource;
import dev.retort.ui.run.Review;
import dev.retort.ui.run.RunModel;
import dev.retort.ui.run.RunView;
import dev.retort.ui.run.WayOn;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import dev.retort.ui.welcome.FolderChooser;
import dev.retort.ui.welcome.WelcomeModel;
import dev.retort.ui.welcome.WelcomePage;
import dev.retort.ui.widget.FileChoice;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.Theme;
import dev.retort.ui.widget.action.Action;
import dev.retort.ui.widget.action.Actions;
import dev.retort.ui.widget.action.PaletteModel;
import dev.retort.ui.widget.action.RecentActions;
import dev.retort.ui.widget.notice.Notice;
import dev.retort.ui.widget.notice.Notices;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** The window's content: header, then either the revisions or the plan under review. */
public final class MainWindow {
  private final ProjectSession session;
  private final Background background;
  private final ReviewModel review;
  private final BorderPane frame = new BorderPane();
  private final StackPane pages = new StackPane();
  private final FrontPage mainPage;
  private final WelcomeModel projects;
  private final WelcomePage welcome;
  private final Notices notices = new Notices();
  private final Exports exports;
  private final Overlays overlays;
  private final StatusBar status;
  private Theme theme;
  private boolean reviewing;
  private Optional<SqlScript> scriptUnderReview = Optional.empty();
  private Optional<RunModel> underReview = Optional.empty();

  /** What the plan under review was asked for by, if not by the target field. */
  private Optional<PlanRequest> otherReview = Optional.empty();

  /** The content over a session; the session may open its project before or after. */
  public MainWindow(ProjectSession session, Background background, Theme theme) {
    this(session, background, theme, new DesktopFolderChooser());
  }

  /** The content over a session, with another way to ask for a folder. */
  MainWindow(ProjectSession session, Background background, Theme theme, FolderChooser chooser) {
    this(session, background, theme, chooser, new DesktopFileChoice());
  }

  /** The content over a session, with other ways to ask for a folder, and where to write. */
  MainWindow(
      ProjectSession session,
      Background background,
      Theme theme,
      FolderChooser chooser,
      FileChoice files) {
    this.session = session;
    this.background = background;
    this.theme = theme;
    this.review = new ReviewModel(session, background);
    this.exports =
        new Exports(session, background, files, notices, () -> frame.getScene().getWindow());
    AuthorDesk desk = new AuthorDesk(session, background, exports, notices);
    MainPage graph =
        new MainPage(
            session,
            new GraphModel(new SessionSource(session), background),
            review,
            background,
            this::openReview,
            this::openReview,
            desk);
    this.projects =
        new WelcomeModel(
            Launcher.recent(session.retort()),
            background,
            folder -> session.open(Optional.of(folder), Wish.none()));
    this.welcome = new WelcomePage(projects, chooser);
    projects.read();
    this.mainPage = new FrontPage(session, background, graph, review::say);
    desk.in(mainPage, graph);
    this.status = new StatusBar(session, () -> toProblems(graph));
    Actions actions = new Actions();
    this.overlays = overlays(actions);
    new Commands(session, mainPage, graph, desk).addTo(actions, review, this::openReview);
    new WindowCommands(session, mainPage, projects).addTo(actions, () -> openFolder(chooser));
    WindowCommands.addReview(actions, () -> underReview, this::leaveReview, this::exportPlan);
    actions.add(
        Action.of("refresh", "Window", "Read files and database again", session::refresh)
            .keys("F5"),
        Action.of("theme", "Window", "Switch between light and dark", this::switchTheme),
        Action.of("keys", "Window", "Show all keys", overlays::openKeys).keys("? or F1"));
    frame.setTop(
        new Header(
            session,
            new ProjectMenu(session, projects, chooser),
            overlays::openPalette,
            this::switchTheme));
    frame.setCenter(pages);
    frame.setBottom(status);
    ComeBack.watch(session, notices);
    session.projectProperty().addListener((observable, before, now) -> showFront());
    session.projectTroubleProperty().addListener((observable, before, now) -> showFront());
    session.projectProperty().addListener((observable, before, now) -> checkReview());
    session.projectProperty().subscribe(now -> now.map(Project::root).ifPresent(projects::opened));
    session.positionProperty().addListener((observable, before, now) -> checkReview());
    showFront();
  }

  /** A scene with this content. */
  public Scene scene(double width, double height) {
    Scene scene = new Scene(overlays, width, height);
    theme.applyTo(scene);
    overlays.bindKeys(scene);
    mainPage.addKeys(scene);
    return scene;
  }

  private Overlays overlays(Actions actions) {
    RecentActions recent = new RecentActions(session.retort().folders().data().resolve("actions"));
    return new Overlays(frame, actions, new PaletteModel(actions, recent, background), notices);
  }

  private void toProblems(MainPage graph) {
    if (!reviewing) {
      mainPage.open(View.GRAPH);
      graph.toProblems();
    }
  }

  private void openFolder(FolderChooser chooser) {
    chooser.choose("Open a folder", frame.getScene().getWindow()).ifPresent(projects::open);
  }

  private void switchTheme() {
    theme = theme.other();
    theme.applyTo(frame.getScene());
  }

  /**
   * What was read again in the meantime must not take a plan under review, or its outcome, off the
   * screen.
   */
  private void showFront() {
    if (reviewing) {
      return;
    }
    if (session.projectProperty().get().isPresent()) {
      pages.getChildren().setAll(mainPage);
    } else {
      pages.getChildren().setAll(emptyPage());
    }
  }

  /** What is on the screen must be what would run, whatever happens to the files meanwhile. */
  private void checkReview() {
    Optional<Project> project = session.projectProperty().get();
    if (underReview.isEmpty() || project.isEmpty()) {
      return;
    }
    RunModel model = underReview.get();
    Optional<Position> position = session.positionProperty().get();
    background.run(
        () -> Freshness.changed(model.plan(), project.get(), position),
        changed -> model.outdated(changed.orElse("")),
        problem -> model.outdated("This plan can no longer be made: " + problem));
  }

  private void reviewAgain() {
    Optional<PlanRequest> asked = otherReview;
    leaveReview();
    asked.ifPresentOrElse(this::openReview, this::openReview);
  }

  private void leaveReview() {
    reviewing = false;
    underReview = Optional.empty();
    scriptUnderReview = Optional.empty();
    status.noteProperty().unbind();
    status.noteProperty().set("");
    otherReview = Optional.empty();
    showFront();
  }

  private Parent emptyPage() {
    session
        .projectTroubleProperty()
        .get()
        .ifPresentOrElse(trouble -> welcome.none(trouble.message()), welcome::waiting);
    return welcome;
  }

  private void openReview() {
    openReview(review.planProperty().get());
  }

  /** Reviews something that no target stands for: going on with a step that stopped. */
  private void openReview(PlanRequest request) {
    Optional<Project> project = session.projectProperty().get();
    Optional<Position> position = session.positionProperty().get();
    if (project.isEmpty() || position.isEmpty()) {
      return;
    }
    background.run(
        () -> new Planning(project.get()).plan(request, position.get().state()),
        plan -> {
          openReview(Optional.of(plan));
          otherReview = Optional.of(request);
        },
        problem ->
            review.say(
                problem instanceof RetortException known ? known.words() : problem.toString()));
  }

  private void openReview(Optional<Plan> plan) {
    Optional<Project> project = session.projectProperty().get();
    Optional<Connection> connection = session.connectionProperty().get();
    if (plan.isEmpty() || project.isEmpty() || connection.isEmpty()) {
      return;
    }
    Runs runs = session.retort().runs(project.get(), connection.get());
    boolean production = connection.get().profile().environment() == Environment.PRODUCTION;
    RunModel model =
        new RunModel(
            plan.get(),
            (what, typedName, events, cancellation) -> {
              // An edit that has not been noticed yet is noticed here at the latest.
              Freshness.changed(what, project.get().reload(), Optional.empty())
                  .ifPresent(
                      change -> {
                        throw PlanChangedException.files(change);
                      });
              RunRequest request =
                  new RunRequest(new Confirmation.Typed(typedName), runs.options());
              return runs.run(what, request, events, cancellation).result();
            },
            production ? Optional.of(connection.get().databaseName()) : Optional.empty(),
            background,
            () -> {
              session.refresh();
              ended();
            });
    model.refuse(NoWrites.reason(connection, session.positionProperty().get()));
    reviewing = true;
    underReview = Optional.of(model);
    RunView view = runView(model, plan.get(), project.get(), connection.get(), runs);
    pages.getChildren().setAll(view);
    takeKeyboard(view, model);
  }

  /** Escape leads back, though the list of steps would keep it for itself. */
  private void takeKeyboard(RunView view, RunModel model) {
    view.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean running = model.statusProperty().get() == RunModel.Status.RUNNING;
          if (event.getCode() == KeyCode.ESCAPE
              && !running
              && !(event.getTarget() instanceof TextInputControl)) {
            leaveReview();
            event.consume();
          }
        });
    Optional.ofNullable(view.lookup("#steps")).ifPresent(Node::requestFocus);
  }

  /** Who looks elsewhere is told when they come back; who looks on has seen it. */
  private void ended() {
    boolean seen = frame.getScene() != null && frame.getScene().getWindow().isFocused();
    underReview
        .filter(model -> !seen)
        .ifPresent(
            model ->
                notices.post(
                    new Notice(
                        model.statusProperty().get() == RunModel.Status.DONE
                            ? Notice.Kind.DONE
                            : Notice.Kind.FAILED,
                        model.statusProperty().get() == RunModel.Status.DONE
                            ? "The run is done"
                            : "The run failed",
                        model.messageProperty().get())));
  }

  private void exportPlan() {
    underReview
        .map(RunModel::plan)
        .ifPresent(
            plan ->
                scriptUnderReview.ifPresent(
                    script ->
                        exports.plan(
                            "%s-to-%s.sql"
                                .formatted(
                                    plan.command().word(),
                                    plan.headsAfter().isEmpty()
                                        ? "base"
                                        : plan.headsAfter().stream()
                                            .map(RevisionId::value)
                                            .collect(Collectors.joining("-"))),
                            script)));
  }

  private RunView runView(
      RunModel model, Plan plan, Project project, Connection connection, Runs runs) {
    String table = project.config().migrations().versionTable();
    String schema = project.config().migrations().versionTableSchema().orElse("");
    SqlScript script =
        ScriptWriter.write(
            plan,
            new VersionTable(schema, table, project.roomForIds()),
            switch (runs.options().scope()) {
              case PER_REVISION -> ScriptWriter.Transactions.PER_REVISION;
              case WHOLE_RUN -> ScriptWriter.Transactions.WHOLE_RUN;
            },
            session
                .positionProperty()
                .get()
                .map(position -> !position.state().versions().exists())
                .orElse(false));
    boolean production = connection.profile().environment() == Environment.PRODUCTION;
    String asks =
        (production ? "Will ask for the database's name (production)" : "Will ask nothing")
            + " · lock time-out "
            + runs.options().lockTimeout().toSeconds()
            + " s";
    Review content =
        new Review(
            ActionBar.word(plan.command()) + " " + connection.profile().name(),
            script,
            WayBackText.of(plan, project.graph()::find),
            asks);
    scriptUnderReview = Optional.of(script);
    status
        .noteProperty()
        .bind(
            model
                .outdatedProperty()
                .map(
                    why ->
                        why.isEmpty()
                            ? "files unchanged since this plan was made"
                            : "to be reviewed again"));
    RunView view =
        new RunView(
            model,
            content,
            background,
            this::leaveReview,
            this::reviewAgain,
            WayBackPlan.of(plan).map(request -> wayBack(plan, request)));
    Button export = Nodes.button("export-sql", "Export SQL");
    export.setOnAction(event -> exportPlan());
    view.addTool(export);
    return view;
  }

  /** Can be taken once it has been seen that the database is where the run left it. */
  private WayOn wayBack(Plan done, PlanRequest request) {
    return new WayOn(
        () -> {
          leaveReview();
          openReview(request);
        },
        session
            .positionProperty()
            .map(
                position ->
                    position.isPresent()
                        && Set.copyOf(position.get().heads())
                            .equals(Set.copyOf(done.headsAfter()))));
  }
}
