package dev.retort.ui.run;

import dev.retort.profile.Environment;
import dev.retort.ui.run.RunModel.Status;
import dev.retort.ui.widget.Nodes;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Below a plan: what will be asked and Run; while it runs, how far it is and Cancel; then how it
 * ended, and what can be done next.
 */
final class RunFooter extends VBox {
  private final RunModel model;
  private final RunActions actions;
  private final FontIcon icon = new FontIcon(Feather.CHECK_CIRCLE);
  private final Label message = wrapped("run-message");
  private final Label hint = wrapped("run-hint", "muted");
  private final Label undo = wrapped("undo-words", "muted");
  private final TextField typed = new TextField();
  private final VBox asked = new VBox(4);
  private final ProgressBar progress = new ProgressBar(0);
  private final Label share = Nodes.label("", "muted", "progress-words");
  private final VBox advance = new VBox(4, progress, share);
  private final Button follow = Nodes.button("follow-run", "Follow the run");
  private final Button cancel = Nodes.button("cancel-run", "Cancel run", "danger");
  private final Button reviewUndo = Nodes.button("review-undo", "Review the way back");
  private final Button close = Nodes.button("close-run", "Back to the revisions");
  private final Button again = Nodes.button("review-again", "Review again");
  private final Button run;

  RunFooter(RunModel model, Review review, RunActions actions) {
    this.model = model;
    this.actions = actions;
    getStyleClass().addAll("action-bar", "run-footer");
    icon.getStyleClass().add("run-icon");
    boolean production = review.place().environment() == Environment.PRODUCTION;
    run = Nodes.button("run", review.title(), production ? "danger" : "success");
    run.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !model.mayRun(), model.typedNameProperty(), model.outdatedProperty()));
    run.setOnAction(event -> model.run());
    cancel.setOnAction(event -> model.cancel());
    close.setOnAction(event -> actions.leave());
    again.setOnAction(event -> actions.reviewAgain());
    actions
        .undo()
        .way()
        .ifPresent(
            way -> {
              reviewUndo.disableProperty().bind(way.possible().map(possible -> !possible));
              reviewUndo.setOnAction(event -> way.go().run());
            });
    Nodes.show(follow, false);
    messages(review);
    ask();
    measure();
    VBox words = new VBox(2, message, hint, undo);
    words.getStyleClass().add("run-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line =
        new HBox(12, icon, words, asked, advance, follow, cancel, reviewUndo, close, again, run);
    line.getStyleClass().add("run-line");
    getChildren().setAll(line, new FailurePane(model, actions));
    model.statusProperty().subscribe(this::show);
    model.outdatedProperty().subscribe(why -> show(model.statusProperty().get()));
  }

  private void messages(Review review) {
    message
        .textProperty()
        .bind(
            Bindings.when(model.outdatedProperty().isNotEmpty())
                .then(model.outdatedProperty())
                .otherwise(
                    Bindings.when(model.messageProperty().isEmpty())
                        .then(model.refusal().isEmpty() ? review.asks() : model.refusal())
                        .otherwise(model.messageProperty())));
    hint.textProperty().bind(model.hintProperty());
    undo.setText(actions.undo().words());
  }

  /** What is asked stays in sight while it is being typed. */
  private void ask() {
    model
        .requiredName()
        .ifPresent(
            name -> {
              Label label = Nodes.label("Type " + name + " to run", "field-name");
              label.setId("name-asked");
              label.setMinWidth(USE_PREF_SIZE);
              typed.setId("database-name");
              typed.setPromptText(name);
              typed.setAccessibleText("Type the database's name, " + name + ", to run");
              typed.setPrefWidth(200);
              typed.setMinWidth(140);
              typed.textProperty().bindBidirectional(model.typedNameProperty());
              label.setLabelFor(typed);
              asked.getChildren().setAll(label, typed);
            });
  }

  private void measure() {
    progress.setId("run-progress");
    progress.progressProperty().bind(model.progressProperty());
    progress.setAccessibleText("Progress of the run");
    progress.setPrefWidth(180);
    share
        .textProperty()
        .bind(
            model
                .progressProperty()
                .map(
                    done -> "%d %% of the statements".formatted((int) (done.doubleValue() * 100))));
    advance.setMinWidth(USE_PREF_SIZE);
    advance.getStyleClass().add("run-advance");
  }

  /** The button that brings the statement under way back into sight. */
  Button follow() {
    return follow;
  }

  /** Where the keyboard is once the run has begun, and once it is over. */
  void takeFocus() {
    Stream.of(cancel, reviewUndo, again, close)
        .filter(button -> button.isVisible() && !button.isDisabled())
        .findFirst()
        .ifPresent(Button::requestFocus);
  }

  private void show(Status status) {
    boolean outdated = status == Status.REVIEW && !model.outdatedProperty().get().isEmpty();
    boolean mayRun = status == Status.REVIEW && !outdated && model.refusal().isEmpty();
    boolean badly = status == Status.FAILED || status == Status.CANCELLED;
    Nodes.show(run, mayRun);
    Nodes.show(asked, mayRun && model.requiredName().isPresent());
    Nodes.show(advance, status == Status.RUNNING);
    Nodes.show(cancel, status == Status.RUNNING);
    Nodes.show(again, outdated || badly);
    Nodes.show(reviewUndo, status == Status.DONE && actions.undo().way().isPresent());
    Nodes.show(undo, status == Status.DONE && !actions.undo().words().isEmpty());
    Nodes.show(close, status.over());
    Nodes.show(hint, status.over() && !model.hintProperty().get().isEmpty());
    Nodes.show(icon, status.over());
    message.getStyleClass().remove("strong");
    again.getStyleClass().remove("accent");
    getStyleClass()
        .removeAll("banner-danger", "banner-success", "banner-warning", "banner-neutral");
    if (status.over()) {
      message.getStyleClass().add("strong");
    }
    if (outdated) {
      again.getStyleClass().add("accent");
    }
    getStyleClass().addAll(look(status, outdated));
    icon.setIconCode(
        switch (status) {
          case DONE -> Feather.CHECK_CIRCLE;
          case CANCELLED -> Feather.SLASH;
          case REVIEW, RUNNING, FAILED -> Feather.X_CIRCLE;
        });
  }

  private static List<String> look(Status status, boolean outdated) {
    return switch (status) {
      case DONE -> List.of("banner-success");
      case FAILED -> List.of("banner-danger");
      case CANCELLED -> List.of("banner-neutral");
      case REVIEW -> outdated ? List.of("banner-warning") : List.of();
      case RUNNING -> List.of();
    };
  }

  private static Label wrapped(String id, String... styles) {
    Label label = Nodes.label("", styles);
    label.setId(id);
    label.setWrapText(true);
    return label;
  }
}
