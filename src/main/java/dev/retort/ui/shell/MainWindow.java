package dev.retort.ui.shell;

import dev.retort.engine.CrashFile;
import dev.retort.engine.Project;
import dev.retort.profile.resolve.Wish;
import dev.retort.revision.RevisionId;
import dev.retort.ui.graph.GraphModel;
import dev.retort.ui.graph.SessionSource;
import dev.retort.ui.run.RunModel;
import dev.retort.ui.run.RunModel.Status;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import dev.retort.ui.welcome.WelcomeModel;
import dev.retort.ui.welcome.WelcomePage;
import dev.retort.ui.widget.FileChoice;
import dev.retort.ui.widget.FolderChooser;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.Theme;
import dev.retort.ui.widget.action.Action;
import dev.retort.ui.widget.action.Actions;
import dev.retort.ui.widget.action.PaletteModel;
import dev.retort.ui.widget.action.RecentActions;
import dev.retort.ui.widget.notice.Notices;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The window's content: header, then either the project's views or the plan under review. */
public final class MainWindow {
  private final ProjectSession session;
  private final BorderPane frame = new BorderPane();
  private final StackPane pages = new StackPane();
  private final FrontPage mainPage;
  private final MainPage graphPage;
  private final WelcomeModel projects;
  private final WelcomePage welcome;
  private final Overlays overlays;
  private final ReviewRoom room;
  private final ThemeChoice theme;
  private final CloseQuestion closeQuestion = new CloseQuestion();
  private final CrashLine crashes;
  private final Header header;

  /** The content over a session; the session may open its project before or after. */
  public MainWindow(ProjectSession session, Background background, Theme theme) {
    this(session, background, theme, new DesktopFolderChooser());
  }

  /** The content over a session, with another way to ask for a folder. */
  MainWindow(ProjectSession session, Background background, Theme theme, FolderChooser chooser) {
    this(
        session,
        background,
        new ThemeChoice(theme, Optional.empty()),
        chooser,
        new DesktopFileChoice());
  }

  /**
   * The content over a session.
   *
   * @param theme may follow the operating system's
   * @param chooser asks for a folder
   * @param files asks where to write
   */
  MainWindow(
      ProjectSession session,
      Background background,
      ThemeChoice theme,
      FolderChooser chooser,
      FileChoice files) {
    this.session = session;
    this.theme = theme;
    Notices notices = new Notices();
    ReviewModel review = new ReviewModel(session, background);
    Exports exports =
        new Exports(session, background, files, notices, () -> frame.getScene().getWindow());
    AuthorDesk desk = new AuthorDesk(session, background, exports, notices, chooser);
    this.graphPage =
        new MainPage(
            session,
            new GraphModel(new SessionSource(session), background),
            review,
            background,
            () -> room().open(),
            request -> room().open(request),
            desk,
            this::identify,
            this::edit);
    this.projects =
        new WelcomeModel(
            Launcher.recent(session.retort()),
            background,
            folder -> session.open(Optional.of(folder), Wish.none()));
    this.welcome = new WelcomePage(projects, chooser);
    projects.read();
    this.mainPage =
        new FrontPage(
            session,
            background,
            graphPage,
            review,
            new DriftWays(
                request -> room().open(request), this::select, () -> frame.getScene().getWindow()),
            review::say);
    desk.in(mainPage, graphPage);
    StatusBar status = new StatusBar(session, this::toProblems);
    this.room =
        new ReviewRoom(
            session,
            background,
            review,
            new ReviewRoom.Around(graphPage, status, notices, exports, this::show));
    Actions actions = new Actions();
    PaletteModel palette =
        new PaletteModel(
            actions,
            new RecentActions(session.retort().folders().data().resolve("actions")),
            background);
    this.overlays = new Overlays(frame, actions, palette, notices);
    new Commands(session, mainPage, graphPage, desk).addTo(actions, review, room::open);
    new WindowCommands(session, mainPage, projects).addTo(actions, () -> openFolder(chooser));
    WindowCommands.addReview(actions, room::model, room::leave, room::export);
    actions.add(
        Action.of("refresh", "Window", "Read files and database again", session::refresh)
            .keys("F5"),
        Action.of("theme", "Window", "Switch between light and dark", theme::change),
        Action.of("keys", "Window", "Show all keys", overlays::openKeys).keys("? or F1"));
    this.crashes = new CrashLine(CrashFile.of(session.retort().surroundings()), background);
    ProjectMenu menu = new ProjectMenu(session, projects, chooser);
    this.header = new Header(session, menu, overlays::openPalette, theme::change);
    frame.setTop(new VBox(header, crashes, closeQuestion));
    frame.setCenter(pages);
    frame.setBottom(status);
    ComeBack.watch(session, notices);
    session.projectProperty().addListener((observable, before, now) -> showFront());
    session.projectTroubleProperty().addListener((observable, before, now) -> showFront());
    session.projectProperty().subscribe(now -> now.map(Project::root).ifPresent(projects::opened));
    showFront();
  }

  private ReviewRoom room() {
    return room;
  }

  private void edit(Path file, int line) {
    mainPage.edit(file, line);
  }

  /** A scene with this content. */
  public Scene scene(double width, double height) {
    Scene scene = new Scene(overlays, width, height);
    theme.themeProperty().subscribe(now -> now.applyTo(scene));
    overlays.bindKeys(scene);
    // Also where nothing has the keyboard.
    scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), room::escape);
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
        room.model().filter(model -> model.statusProperty().get() == Status.RUNNING);
    running.ifPresent(model -> closeQuestion.ask(model, close));
    return running.isEmpty();
  }

  /**
   * Keeps a window open until it is decided what becomes of a run or of edits, and looks at the
   * files anew when somebody comes back to it, who may have committed something or changed it.
   */
  void guard(Stage stage) {
    stage.setOnCloseRequest(
        event -> {
          if (!mayClose(stage::close)) {
            event.consume();
          } else if (mainPage.editor().holdsEdits()) {
            event.consume();
            room.escape();
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

  private void toProblems() {
    if (room.model().isEmpty()) {
      mainPage.open(View.GRAPH);
      graphPage.toProblems();
    }
  }

  private void openFolder(FolderChooser chooser) {
    chooser.choose("Open a folder", frame.getScene().getWindow()).ifPresent(projects::open);
  }

  private void show(Optional<Node> page) {
    // A plan under review fills the window; it says itself where it would run.
    Nodes.show(header, page.isEmpty());
    page.ifPresentOrElse(one -> pages.getChildren().setAll(one), this::showFront);
  }

  /**
   * What was read again in the meantime must not take a plan under review, or its outcome, off the
   * screen.
   */
  private void showFront() {
    if (room.model().isPresent()) {
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

  private void identify() {
    mainPage.identify();
  }

  private void select(RevisionId revision) {
    mainPage.open(View.GRAPH);
    graphPage.select(revision);
  }

  private Parent emptyPage() {
    session
        .projectTroubleProperty()
        .get()
        .ifPresentOrElse(trouble -> welcome.none(trouble.message()), welcome::waiting);
    return welcome;
  }
}
