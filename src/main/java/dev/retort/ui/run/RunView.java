package dev.retort.ui.run;

import dev.retort.ui.run.RunModel.Status;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Nodes;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * A plan under review, then its run: steps at the left; the pending SQL verbatim and the way back
 * at the right; Run or Cancel below.
 */
public final class RunView extends BorderPane {
  private final RunModel model;
  private final ScriptPane pending;
  private final WayBackPane wayBack;
  private final TabPane tabs;
  private final Tab wayBackTab;
  private final VBox beside;
  private final Button run = Nodes.button("run", "Run", "success");
  private final Button cancel = Nodes.button("cancel-run", "Cancel run", "danger");
  private final Button back = Nodes.iconButton("back", Feather.ARROW_LEFT, "Back to the revisions");
  private final Button close = Nodes.button("close-run", "Back to the revisions");
  private final Button again = Nodes.button("review-again", "Review again", "accent");
  private final Button reviewUndo = Nodes.button("review-undo", "Review the way back");
  private final boolean undoable;
  private final Label message = new Label();
  private final Label hint = Nodes.label("", "muted");
  private final VBox words = new VBox(2, message, hint);
  private final ProgressBar progress = new ProgressBar(0);
  private final TextField typed = new TextField();
  private final HBox footer = new HBox();

  /**
   * The view of one plan.
   *
   * @param review what there is to be read
   * @param leave goes back to the revisions
   * @param undo reviews the plan that undoes this one once it is done, where one target says so
   * @param reviewAgain makes the plan anew from what the files say now, and shows it
   */
  public RunView(
      RunModel model,
      Review review,
      Background background,
      Runnable leave,
      Runnable reviewAgain,
      Optional<WayOn> undo) {
    this.model = model;
    getStyleClass().add("panel");
    back.setOnAction(event -> leave.run());
    close.setOnAction(event -> leave.run());
    run.setText(review.title());
    again.setOnAction(event -> reviewAgain.run());
    this.undoable = undo.isPresent();
    undo.ifPresent(
        way -> {
          reviewUndo.disableProperty().bind(way.possible().map(possible -> !possible));
          reviewUndo.setOnAction(event -> way.go().run());
        });
    run.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !model.mayRun(), model.typedNameProperty(), model.outdatedProperty()));
    run.setOnAction(event -> model.run());
    cancel.setOnAction(event -> model.cancel());
    this.pending = new ScriptPane("pending-sql", review.pending(), background);
    this.wayBack = new WayBackPane(review.wayBack(), background);
    setTop(header(review));
    this.beside = steps();
    this.wayBackTab = tab("tab-way-back", WayBackPane.title(review.wayBack()), wayBack);
    this.tabs = tabs();
    setLeft(beside);
    setCenter(tabs);
    setBottom(
        new VBox(
            new WaitPane(model.waitingProperty(), InstantSource.system()), footer(review.asks())));
    model.statusProperty().addListener((observable, before, now) -> show(now));
    model
        .outdatedProperty()
        .addListener((observable, before, now) -> show(model.statusProperty().get()));
    show(model.statusProperty().get());
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

  private void reveal(int step) {
    if (step >= 0) {
      pending.reveal(step);
      wayBack.reveal(step);
    }
  }

  private HBox header(Review review) {
    String digest = model.plan().digest().value().replace("sha256:", "");
    Label shortDigest = Nodes.label(digest.substring(0, Math.min(12, digest.length())), "mono");
    shortDigest.setAccessibleText("Digest of the plan: " + digest);
    shortDigest.setTooltip(new Tooltip(digest));
    Button copy = Nodes.iconButton("copy-digest", Feather.COPY, "Copy the whole digest");
    copy.setOnAction(
        event ->
            Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, model.plan().digest().value())));
    shortDigest.setMinWidth(USE_PREF_SIZE);
    Label way = Nodes.label(model.way(), "mono");
    way.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    way.setMinWidth(110);
    HBox header =
        new HBox(
            back,
            Nodes.label(review.title(), "title"),
            way,
            Nodes.chip(model.summary()),
            Nodes.spacer(),
            Nodes.label("digest", "muted"),
            shortDigest,
            copy);
    header.getStyleClass().add("header");
    return header;
  }

  private VBox steps() {
    ListView<StepLine> list = new ListView<>(model.steps());
    list.setId("steps");
    list.setAccessibleText("Steps of the plan");
    list.getStyleClass().add("step-list");
    list.setCellFactory(view -> new StepCell());
    list.getSelectionModel().selectedIndexProperty().subscribe(step -> reveal(step.intValue()));
    list.setPlaceholder(Nodes.label("Nothing to do", "muted"));
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox box = new VBox(8, Nodes.label("STEPS", "section-title"), list);
    box.getStyleClass().add("steps");
    box.setPrefWidth(260);
    box.setMinWidth(200);
    return box;
  }

  private HBox footer(String asks) {
    message.setWrapText(true);
    message.setId("run-message");
    hint.setWrapText(true);
    hint.setId("run-hint");
    hint.textProperty().bind(model.hintProperty());
    message
        .textProperty()
        .bind(
            Bindings.when(model.outdatedProperty().isNotEmpty())
                .then(model.outdatedProperty())
                .otherwise(
                    Bindings.when(model.messageProperty().isEmpty())
                        .then(model.refusal().isEmpty() ? asks : model.refusal())
                        .otherwise(model.messageProperty())));
    progress.progressProperty().bind(model.progressProperty());
    progress.setAccessibleText("Progress of the run");
    progress.setPrefWidth(160);
    HBox.setHgrow(words, Priority.ALWAYS);
    footer.getChildren().setAll(words);
    model
        .requiredName()
        .ifPresent(
            name -> {
              typed.setId("database-name");
              typed.setPromptText("Type " + name);
              typed.setAccessibleText("Type the database's name, " + name + ", to run");
              typed.textProperty().bindBidirectional(model.typedNameProperty());
              footer.getChildren().add(typed);
            });
    footer.getChildren().addAll(progress, cancel, reviewUndo, close, again, run);
    footer.getStyleClass().add("action-bar");
    return footer;
  }

  private void show(Status status) {
    boolean outdated = status == Status.REVIEW && !model.outdatedProperty().get().isEmpty();
    Nodes.show(again, outdated);
    boolean refused = !model.refusal().isEmpty();
    Nodes.show(run, status == Status.REVIEW && !outdated && !refused);
    Nodes.show(typed, status == Status.REVIEW && !outdated && !refused);
    Nodes.show(progress, status == Status.RUNNING);
    Nodes.show(cancel, status == Status.RUNNING);
    Nodes.show(reviewUndo, status == Status.DONE && undoable);
    Nodes.show(close, status == Status.DONE || status == Status.FAILED);
    back.setDisable(status == Status.RUNNING);
    footer.getStyleClass().removeAll("banner-danger", "banner-success", "banner-warning");
    Nodes.show(hint, status == Status.FAILED);
    switch (status) {
      case DONE -> footer.getStyleClass().add("banner-success");
      case FAILED -> {
        footer.getStyleClass().add("banner-danger");
        model.failedAt().ifPresent(at -> pending.failed(at.step(), at.statement()));
      }
      case REVIEW -> {
        if (outdated) {
          footer.getStyleClass().add("banner-warning");
        }
      }
      case RUNNING -> {}
    }
  }
}
