package dev.retort.ui.shell;

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
import dev.retort.ui.widget.Theme;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

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
  private Theme theme;
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
    this.session = session;
    this.background = background;
    this.theme = theme;
    this.review = new ReviewModel(session, background);
    MainPage graph =
        new MainPage(
            session,
            new GraphModel(new SessionSource(session), background),
            review,
            background,
            this::openReview,
            this::openReview,
            this::edit);
    this.projects =
        new WelcomeModel(
            Launcher.recent(session.retort()),
            background,
            folder -> session.open(Optional.of(folder), Wish.none()));
    this.welcome = new WelcomePage(projects, chooser);
    projects.read();
    frame.setTop(
        new Header(session, new ProjectMenu(session, projects, chooser), this::switchTheme));
    this.mainPage = new FrontPage(session, background, graph, review::say);
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
    theme.applyTo(scene);
    scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F5), session::refresh);
    mainPage.addKeys(scene);
    return scene;
  }

  /**
   * Keeps a window open until it is decided what becomes of edits, and looks at the files anew when
   * somebody comes back to it, who may have committed something or have seen no change told.
   */
  public void guard(Stage stage) {
    stage.setOnCloseRequest(
        event -> {
          if (mainPage.editor().holdsEdits()) {
            event.consume();
            reviewing = false;
            showFront();
            mainPage.editor().leave(stage::close);
          }
        });
    stage
        .focusedProperty()
        .addListener(
            (observable, before, now) -> {
              if (now) {
                session.git().look();
                mainPage.editor().lookAtDisk();
              }
            });
  }

  private void edit(Path file, int line) {
    mainPage.edit(file, line);
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
            session::refresh);
    model.refuse(NoWrites.reason(connection, session.positionProperty().get()));
    reviewing = true;
    underReview = Optional.of(model);
    pages.getChildren().setAll(runView(model, plan.get(), project.get(), connection.get(), runs));
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
    return new RunView(
        model,
        content,
        background,
        this::leaveReview,
        this::reviewAgain,
        WayBackPlan.of(plan).map(request -> wayBack(plan, request)));
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
