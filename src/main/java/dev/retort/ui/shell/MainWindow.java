package dev.retort.ui.shell;

import dev.retort.engine.Connection;
import dev.retort.engine.CrashFile;
import dev.retort.engine.PlanRequest;
import dev.retort.engine.Planning;
import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.plan.Plan;
import dev.retort.problem.RetortException;
import dev.retort.profile.resolve.Wish;
import dev.retort.ui.graph.GraphModel;
import dev.retort.ui.graph.SessionSource;
import dev.retort.ui.run.RunModel;
import dev.retort.ui.run.RunModel.Status;
import dev.retort.ui.run.RunView;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.shell.ReviewDesk.Prepared;
import dev.retort.ui.task.Background;
import dev.retort.ui.welcome.FolderChooser;
import dev.retort.ui.welcome.WelcomeModel;
import dev.retort.ui.welcome.WelcomePage;
import dev.retort.ui.widget.Theme;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

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
  private final MainPage graphPage;
  private final ThemeChoice theme;
  private final CloseQuestion closeQuestion = new CloseQuestion();
  private final CrashLine crashes;
  private boolean reviewing;
  private Optional<RunModel> underReview = Optional.empty();

  /** What the plan under review was asked for by, if not by the target field. */
  private Optional<PlanRequest> otherReview = Optional.empty();

  /** The content over a session; the session may open its project before or after. */
  public MainWindow(ProjectSession session, Background background, Theme theme) {
    this(session, background, theme, new DesktopFolderChooser());
  }

  /** The content over a session, with another way to ask for a folder. */
  MainWindow(ProjectSession session, Background background, Theme theme, FolderChooser chooser) {
    this(session, background, new ThemeChoice(theme, Optional.empty()), chooser);
  }

  /** The content over a session, with a theme that may follow the operating system's. */
  MainWindow(
      ProjectSession session, Background background, ThemeChoice theme, FolderChooser chooser) {
    this.session = session;
    this.background = background;
    this.theme = theme;
    this.review = new ReviewModel(session, background);
    this.graphPage =
        new MainPage(
            session,
            new GraphModel(new SessionSource(session), background),
            review,
            background,
            this::openReview,
            this::openReview);
    this.projects =
        new WelcomeModel(
            Launcher.recent(session.retort()),
            background,
            folder -> session.open(Optional.of(folder), Wish.none()));
    this.welcome = new WelcomePage(projects, chooser);
    projects.read();
    this.crashes = new CrashLine(CrashFile.of(session.retort().surroundings()), background);
    frame.setTop(
        new VBox(
            new Header(session, new ProjectMenu(session, projects, chooser), theme::change),
            crashes,
            closeQuestion));
    this.mainPage = new FrontPage(session, background, graphPage, review::say);
    frame.setCenter(pages);
    session.projectProperty().addListener((observable, before, now) -> showFront());
    session.projectTroubleProperty().addListener((observable, before, now) -> showFront());
    session.projectProperty().addListener((observable, before, now) -> checkReview());
    session.projectProperty().subscribe(now -> now.map(Project::root).ifPresent(projects::opened));
    session.positionProperty().addListener((observable, before, now) -> checkReview());
    showFront();
  }

  /** A scene with this content. */
  public Scene scene(double width, double height) {
    Scene scene = new Scene(frame, width, height);
    theme.themeProperty().subscribe(now -> now.applyTo(scene));
    scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F5), session::refresh);
    // Also where nothing has the keyboard.
    scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), this::escape);
    mainPage.addKeys(scene);
    return scene;
  }

  /**
   * Whether the window may be closed at once. While a run is under way it may not: what is to
   * become of that is asked in the window.
   *
   * @param close called once the run was cancelled, if that is wanted
   */
  boolean mayClose(Runnable close) {
    Optional<RunModel> running =
        underReview.filter(model -> model.statusProperty().get() == Status.RUNNING);
    running.ifPresent(model -> closeQuestion.ask(model, close));
    return running.isEmpty();
  }

  /** Says that something went wrong in Retort itself. Toolkit's thread. */
  void unexpected(Throwable problem) {
    crashes.show(problem);
  }

  /** Where the graph ends and the inspector begins, from 0 to 1. */
  double divider() {
    return graphPage.divider();
  }

  /** Puts the inspector where it was. */
  void divider(double position) {
    graphPage.divider(position);
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
      boolean shown = pages.getChildren().contains(mainPage);
      pages.getChildren().setAll(mainPage);
      if (!shown) {
        graphPage.begin();
      }
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

  private void escape() {
    if (underReview.filter(model -> model.statusProperty().get() != Status.RUNNING).isPresent()) {
      leaveReview();
    }
  }

  private void leaveReview() {
    reviewing = false;
    underReview = Optional.empty();
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
    openReview(review.planProperty().get(), Optional.empty());
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
        plan -> openReview(Optional.of(plan), Optional.of(request)),
        this::cannotReview);
  }

  private void openReview(Optional<Plan> plan, Optional<PlanRequest> askedBy) {
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
        prepared -> {
          // Whoever has chosen another database meanwhile must not be shown a plan for this one.
          if (session.connectionProperty().get().equals(connection)) {
            show(prepared, askedBy);
          }
        },
        this::cannotReview);
  }

  private void cannotReview(Throwable problem) {
    review.say(problem instanceof RetortException known ? known.words() : problem.toString());
  }

  private void show(Prepared prepared, Optional<PlanRequest> askedBy) {
    RunModel model =
        new RunModel(
            prepared.plan(),
            prepared.runner(),
            prepared.requiredName(),
            background,
            session::refresh);
    model.refuse(prepared.noWrites());
    reviewing = true;
    otherReview = askedBy;
    underReview = Optional.of(model);
    RunView view =
        new RunView(
            model,
            prepared.review(),
            background,
            new ReviewWays(
                session,
                prepared,
                new ReviewWays.Exits(
                    this::leaveReview, this::reviewAgain, this::openReview, graphPage)));
    pages.getChildren().setAll(view);
    view.begin();
  }
}
