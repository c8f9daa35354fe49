package dev.retort.ui.run;

import dev.retort.engine.seen.Changed;
import dev.retort.plan.Step;
import dev.retort.ui.run.RunModel.Status;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Nodes;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/**
 * A plan under review, then its run: steps at the left; the pending SQL verbatim and the way back
 * at the right; Run or Cancel below. Ctrl-Enter runs it, Escape leaves it, but not while it runs.
 */
public final class RunView extends BorderPane {
  /** Statements may follow each other faster than anybody can see; the last one is what counts. */
  private static final Duration GLANCE = Duration.millis(60);

  private static final double WIDE = 1400;

  private final RunModel model;
  private final RunActions actions;
  private final ScriptPane pending;
  private final WayBackPane wayBack;
  private final Background background;
  private final ReadSteps read = new ReadSteps();
  private final TabPane tabs;
  private Optional<ChangedPane> changed = Optional.empty();
  private final Button back = Nodes.iconButton("back", Feather.ARROW_LEFT, "Back (Esc)");
  private final RunHeader header;
  private final RunFooter footer;
  private final ListView<StepLine> steps;
  private final PauseTransition glance = new PauseTransition(GLANCE);
  private boolean following = true;
  private final Tab wayBackTab;
  private final VBox beside;
  private int chosen = -1;
  private IntConsumer onChosen = step -> {};

  /**
   * The view of one plan.
   *
   * @param review what there is to be read
   */
  public RunView(RunModel model, Review review, Background background, RunActions actions) {
    this.model = model;
    this.actions = actions;
    this.background = background;
    getStyleClass().add("panel");
    setId("review-page");
    back.setOnAction(event -> actions.leave());
    this.pending = new ScriptPane("pending-sql", review.pending(), background);
    this.wayBack = new WayBackPane(review.wayBack(), background);
    this.footer = new RunFooter(model, review, actions);
    this.steps = new ListView<>(model.steps());
    footer.follow().setOnAction(event -> follow());
    pending.onMovedByHand(this::movedByHand);
    this.header = new RunHeader(model, review, back);
    setTop(header);
    this.beside = stepsBox();
    this.wayBackTab = tab("tab-way-back", WayBackPane.title(review.wayBack()), wayBack);
    setLeft(beside);
    this.tabs = tabs();
    setCenter(tabs);
    tabs.getSelectionModel()
        .selectedIndexProperty()
        .addListener((observable, before, now) -> inView());
    setBottom(new VBox(new WaitPane(model.waitingProperty(), InstantSource.system()), footer));
    glance.setOnFinished(event -> markCurrent());
    model.currentProperty().subscribe(at -> glance.play());
    model.statusProperty().subscribe(this::show);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    // A list takes Escape for itself, to end an edit that it never has.
    steps.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && model.statusProperty().get() != Status.RUNNING) {
      actions.leave();
    } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      model.run();
    } else {
      return;
    }
    event.consume();
  }

  /** Brings the keyboard to the steps, where there is something to read first. */
  public void begin() {
    steps.requestFocus();
  }

  private TabPane tabs() {
    TabPane pane = new TabPane(tab("tab-pending", "Pending SQL", pending), wayBackTab);
    pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    pane.getStyleClass().add("review-tabs");
    return pane;
  }

  /** Puts another tab among those of the review. */
  public void addTab(int place, Tab tab) {
    tabs.getTabs().add(place, tab);
  }

  /** Tells somebody which step is chosen from now on, by its 0-based place. */
  public void onStepChosen(IntConsumer who) {
    onChosen = who;
  }

  /** Puts something under the steps. */
  public void addUnderSteps(Node node) {
    beside.getChildren().add(node);
  }

  /**
   * Puts something under the SQL of the way back.
   *
   * @param counts what the title of the tab says besides, at a glance
   */
  public void addToWayBack(Node node, ObservableValue<String> counts) {
    wayBack.setBottom(node);
    String title = wayBackTab.getText();
    counts.subscribe(now -> wayBackTab.setText(now.isEmpty() ? title : title + "  " + now));
  }

  private static Tab tab(String id, String title, Node content) {
    Tab tab = new Tab(title, content);
    tab.setId(id);
    return tab;
  }

  /** Adds a button to the right of the header. */
  public void addTool(Node tool) {
    header.getChildren().add(tool);
  }

  /**
   * Shows what has changed since the database last saw the plan's steps; where nothing has, there
   * is nothing to show. Toolkit's thread.
   */
  public void changedSince(Map<Integer, Changed> changes) {
    if (changes.isEmpty()) {
      return;
    }
    model.changed(changes.keySet());
    ChangedPane pane = new ChangedPane(model.plan(), changes, background, read);
    Tab tab = tab("tab-changed", ChangedPane.title(changes.size()), pane);
    pane.frontProperty().bind(tab.selectedProperty());
    tabs.getTabs().add(tab);
    changed = Optional.of(pane);
  }

  /** The steps that were really read. */
  public List<Step> read() {
    return read.of(model.plan(), changed.map(ChangedPane::steps).orElse(Set.of()));
  }

  private VBox stepsBox() {
    steps.setId("steps");
    steps.setAccessibleText("Steps of the plan");
    steps.getStyleClass().add("step-list");
    steps.setCellFactory(view -> new StepCell());
    steps.getSelectionModel().selectedIndexProperty().subscribe(step -> reveal(step.intValue()));
    steps.setPlaceholder(Nodes.label("Nothing to do", "muted"));
    VBox.setVgrow(steps, Priority.ALWAYS);
    Label title = Nodes.label("STEPS", "section-title");
    VBox box = new VBox(8, title, steps);
    box.getStyleClass().add("steps");
    // What a plan changes is said below the steps, and wants its words whole.
    widthProperty().subscribe(width -> box.setPrefWidth(width.doubleValue() >= WIDE ? 340 : 260));
    box.setMinWidth(200);
    return box;
  }

  private void reveal(int step) {
    if (step >= 0 && model.statusProperty().get() != Status.RUNNING) {
      pending.reveal(step);
      wayBack.reveal(step);
      changed.ifPresent(pane -> pane.choose(step));
      chosen = step;
      inView();
      onChosen.accept(step);
    }
  }

  /** A step's SQL is in view while the pending SQL is the tab in front. */
  private void inView() {
    if (chosen >= 0 && tabs.getSelectionModel().getSelectedIndex() == 0) {
      read.chosen(chosen);
    }
  }

  private void movedByHand() {
    if (model.statusProperty().get() == Status.RUNNING) {
      following = false;
      Nodes.show(footer.follow(), true);
    }
  }

  private void follow() {
    following = true;
    Nodes.show(footer.follow(), false);
    markCurrent();
  }

  private void markCurrent() {
    Optional<RunFeed.At> at = model.currentProperty().get();
    pending.current(at, following);
    if (following) {
      at.ifPresent(now -> steps.scrollTo(Math.max(0, now.step() - 2)));
    }
  }

  private void show(Status status) {
    back.setDisable(status == Status.RUNNING);
    Nodes.show(footer.follow(), false);
    switch (status) {
      case REVIEW -> {}
      case RUNNING -> footer.takeFocus();
      case DONE, CANCELLED, FAILED -> {
        glance.stop();
        // Where somebody stopped it there is nothing wrong, so nothing is marked as such.
        Optional<Failure> why = model.failureProperty().get();
        boolean stopped = status == Status.CANCELLED;
        pending.current(stopped ? why.flatMap(Failure::at) : Optional.empty(), true);
        why.filter(failure -> !stopped).ifPresent(pending::failed);
        footer.takeFocus();
      }
    }
  }
}
