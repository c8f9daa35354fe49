package dev.retort.ui.shell;

import dev.retort.engine.PlanRequest;
import dev.retort.engine.Position;
import dev.retort.plan.Command;
import dev.retort.problem.Problem;
import dev.retort.revision.RevisionId;
import dev.retort.ui.author.HeadsLine;
import dev.retort.ui.graph.GraphModel;
import dev.retort.ui.graph.GraphView;
import dev.retort.ui.graph.Place;
import dev.retort.ui.graph.picture.GraphRow;
import dev.retort.ui.graph.picture.RevisionRow;
import dev.retort.ui.graph.picture.TargetPath;
import dev.retort.ui.profile.PasswordKeeper;
import dev.retort.ui.profile.PasswordModel;
import dev.retort.ui.profile.TroublePane;
import dev.retort.ui.proof.ProofLine;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.stopped.StoppedPanel;
import dev.retort.ui.stopped.WaysOn;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Nodes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The revisions, the selected one, and the target field; banners above them say what is wrong. */
final class MainPage extends BorderPane {
  private final ProjectSession session;
  private final Editing editing;
  private final VBox banners = new VBox();
  private final StoppedWays waysOn;
  private final GraphView view;
  private final GraphModel model;
  private final ActionBar actions;
  private final SplitPane split;
  private final Runnable identify;
  private final FileOpener opener;
  private final ReviewModel review;

  MainPage(
      ProjectSession session,
      GraphModel graph,
      ReviewModel review,
      Background background,
      Runnable openReview,
      Consumer<PlanRequest> openOther,
      Writing writing,
      Runnable identify,
      Editing editing) {
    this.session = session;
    this.review = review;
    this.editing = editing;
    this.identify = identify;
    ActionBar actions = new ActionBar(review, openReview);
    this.actions = actions;
    this.model = graph;
    this.waysOn = new StoppedWays(review, actions, openOther);
    Inspector inspector =
        new Inspector(session, background, review, actions::toTarget, identify, editing);
    this.opener = new FileOpener(session, background, review::say);
    this.view =
        new GraphView(
            graph, new GraphHandler(session, review, inspector, actions, editing, writing, opener));
    graph
        .selectedProperty()
        .addListener(
            (observable, before, now) ->
                inspector.show(now, graph.selectedPair(), session.projectProperty().get()));
    review.planProperty().subscribe(plan -> graph.pathProperty().set(TargetPath.of(plan)));
    new PlaceKeeper(session, background, view);
    this.split = new SplitPane(view, inspector);
    split.setDividerPositions(WindowMemory.Look.FIRST.divider());
    PasswordKeeper keyRing = PasswordKeeper.keyRing(session.retort());
    PasswordModel passwords = new PasswordModel(session, background, keyRing);
    setTop(
        new VBox(
            new TroublePane(session, passwords),
            banners,
            new HeadsLine(session, writing::merge, writing::rebase)));
    setCenter(split);
    setBottom(new VBox(new ProofLine(session.roundTrips()), actions));
    actions.completeIn(this, session, background);
    session.projectProperty().addListener((observable, before, now) -> showBanners());
    session.projectTroubleProperty().addListener((observable, before, now) -> showBanners());
    session.positionProperty().addListener((observable, before, now) -> showBanners());
    session.watchTroubleProperty().addListener((observable, before, now) -> showBanners());
    session.unversioned().foundProperty().addListener((observable, before, now) -> showBanners());
    showBanners();
  }

  /** The rows. */
  GraphView graph() {
    return view;
  }

  /** What they show. */
  GraphModel model() {
    return model;
  }

  /** The revision that is selected alone. */
  Optional<RevisionId> selected() {
    List<GraphRow> rows = model.selectedProperty().get();
    return rows.size() == 1 && rows.getFirst() instanceof RevisionRow row
        ? Optional.of(row.id())
        : Optional.empty();
  }

  /** The two revisions that are selected; none where it is not two. */
  List<RevisionId> selectedTwo() {
    List<RevisionId> two =
        model.selectedProperty().get().stream()
            .filter(one -> one instanceof RevisionRow)
            .map(GraphRow::id)
            .toList();
    return two.size() == 2 ? two : List.of();
  }

  /** Makes the selected revision the target of a command. */
  void target(Command command) {
    selected()
        .ifPresent(
            revision -> {
              review.ask(command, revision.value());
              actions.toTarget();
            });
  }

  /** Brings the keyboard to the target. */
  void toTarget() {
    actions.toTarget();
  }

  /** Brings the keyboard to the first of the problems. */
  void toProblems() {
    Optional.ofNullable(lookup("#file-problems .hyperlink")).ifPresent(Node::requestFocus);
  }

  /** Brings the keyboard to the rows. */
  void begin() {
    view.begin();
  }

  /** Where the graph ends and the inspector begins, from 0 to 1. */
  double divider() {
    return split.getDividerPositions()[0];
  }

  /** Puts the inspector somewhere else. */
  void divider(double position) {
    split.setDividerPositions(position);
  }

  /** What can be done about a step that stopped midway. */
  WaysOn waysOn() {
    return waysOn;
  }

  /** Opens a file in the window's editor, at a line. */
  void edit(Path file, int line) {
    editing.edit(file, line);
  }

  /** Opens the selected revision's file in the window's editor. */
  void editSelected() {
    selectedFile().ifPresent(file -> editing.edit(file, 0));
  }

  /** Opens the selected revision's file in the user's own editor. */
  void openSelected() {
    selectedFile().ifPresent(this::open);
  }

  private Optional<Path> selectedFile() {
    return selected()
        .flatMap(id -> session.projectProperty().get().flatMap(project -> project.file(id)));
  }

  /** Opens a file in the user's own editor; says so if it cannot. */
  void open(Path file) {
    opener.open(file);
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
                    questioned(
                        "find-unknown",
                        "The database is at %s, which no revision file has. Bring the file back (another branch may have it), or stamp the revision that the schema really matches."
                            .formatted(
                                position.unknown().stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", ")))),
                    "banner-warning"));
    boolean stopped = session.positionProperty().get().flatMap(Position::stopped).isPresent();
    session
        .unversioned()
        .foundProperty()
        .get()
        // Where a run has stopped it is known how the tables came about.
        .filter(found -> !stopped)
        .ifPresent(
            found ->
                banner(
                    "unversioned",
                    questioned(
                        "find-unversioned",
                        "This database has "
                            + found.words()
                            + ", so it is taken to be at base. If revisions were applied here"
                            + " before, find out which it matches, and stamp that."),
                    "banner-warning"));
  }

  /** Words, and the way to find out which revision the database really matches. */
  private HBox questioned(String id, String text) {
    Label words = wrapped(text);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Button find = Nodes.button(id, "Find out which it matches");
    find.setOnAction(event -> identify.run());
    HBox line = new HBox(12, words, find);
    line.getStyleClass().add("wait-line");
    return line;
  }

  /** Shows a revision in the graph. */
  void select(RevisionId revision) {
    view.goTo(new Place(Optional.of(revision), Optional.of(revision), view.place().zoom()));
  }

  private void open(Problem problem) {
    problem.file().ifPresent(file -> editing.edit(file, problem.line()));
  }

  private void banner(String id, Node content, String style) {
    FontIcon icon =
        new FontIcon(style.equals("banner-danger") ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE);
    icon.getStyleClass().add("trouble-icon");
    HBox banner = new HBox(icon, content);
    HBox.setHgrow(content, Priority.ALWAYS);
    banner.setId(id);
    banner.getStyleClass().addAll("banner", "trouble", style);
    banners.getChildren().add(banner);
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    return label;
  }
}
