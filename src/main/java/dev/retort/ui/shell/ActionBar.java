package dev.retort.ui.shell;

import dev.retort.engine.Project;
import dev.retort.graph.target.Completion;
import dev.retort.plan.Command;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Completer;
import dev.retort.ui.widget.Nodes;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What to do and where to: command, target, what they mean in words, and the way to the review. */
final class ActionBar extends VBox {
  private static final int MOST = 24;

  /** How wide a letter is, as a rule. */
  private static final double LETTER = 6.8;

  private final ReviewModel review;
  private final TextField target = new TextField();

  ActionBar(ReviewModel review, Runnable openReview) {
    this.review = review;
    getStyleClass().add("action-bar");
    target.setId("target");
    target.setAccessibleText("Target");
    target.setPrefWidth(168);
    target.setMinWidth(110);
    target.textProperty().bindBidirectional(review.targetProperty());
    Label words = new Label();
    words.setId("target-words");
    words.setWrapText(true);
    // Two lines; the whole of a longer text is in its tooltip.
    words.setMaxHeight(40);
    Tooltip whole = new Tooltip();
    whole.setWrapText(true);
    whole.setMaxWidth(560);
    whole.textProperty().bind(review.wordsProperty());
    words.setTooltip(whole);
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> inLines(review.wordsProperty().get(), words.getWidth()),
                review.wordsProperty(),
                words.widthProperty()));
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Button open = Nodes.button("review", "", "success");
    review.commandProperty().subscribe(command -> name(open));
    review.noWritesProperty().subscribe(why -> name(open));
    open.disableProperty()
        .bind(review.planProperty().map(plan -> plan.isEmpty() || plan.get().steps().isEmpty()));
    open.setOnAction(event -> openReview.run());
    target.setOnAction(event -> open.fire());
    Label noWrites = Nodes.label("", "no-writes");
    noWrites.setId("no-writes");
    noWrites.setWrapText(true);
    noWrites.setGraphic(new FontIcon(Feather.LOCK));
    noWrites.textProperty().bind(review.noWritesProperty());
    review.noWritesProperty().subscribe(why -> Nodes.show(noWrites, !why.isEmpty()));
    HBox line = new HBox(commands(), target, words, open);
    line.getStyleClass().add("action-line");
    getChildren().addAll(noWrites, line);
  }

  /** What is too long for a line goes on at what it comes to, not in the middle of that. */
  private static String inLines(String words, double width) {
    return words.length() * LETTER <= width ? words : words.replace(" · ", "\n");
  }

  /** Where nothing can be run, a plan is there to be read. */
  private void name(Button open) {
    boolean runs = review.noWritesProperty().get().isEmpty();
    String command = review.commandProperty().get().word();
    open.setText(runs ? "Review " + command : "Read plan");
    open.setAccessibleText(open.getText());
    open.getStyleClass().remove("success");
    if (runs) {
      open.getStyleClass().add("success");
    }
  }

  private HBox commands() {
    ToggleGroup group = new ToggleGroup();
    HBox pills = new HBox();
    pills.getStyleClass().add("pills");
    for (Command command : List.of(Command.UPGRADE, Command.DOWNGRADE, Command.STAMP)) {
      ToggleButton pill = new ToggleButton(word(command));
      pill.setId("command-" + command.word());
      pill.setAccessibleText(word(command));
      pill.setMinWidth(USE_PREF_SIZE);
      pill.setToggleGroup(group);
      pill.getStyleClass().add(shape(command));
      review.commandProperty().subscribe(now -> pill.setSelected(now == command));
      pill.setOnAction(
          event -> {
            review.commandProperty().set(command);
            // A second click must not leave no command at all.
            pill.setSelected(true);
          });
      pills.getChildren().add(pill);
    }
    return pills;
  }

  /** As AtlantaFX calls the parts of a row of buttons. */
  private static String shape(Command command) {
    return switch (command) {
      case UPGRADE -> "left-pill";
      case DOWNGRADE -> "center-pill";
      case STAMP, RESUME, CLEANUP -> "right-pill";
    };
  }

  /** A command with a capital letter. */
  static String word(Command command) {
    return switch (command) {
      case UPGRADE -> "Upgrade";
      case DOWNGRADE -> "Downgrade";
      case STAMP -> "Stamp";
      case RESUME -> "Continue on";
      case CLEANUP -> "Clean up";
    };
  }

  /** Completes the target in a list over a page that holds this bar. */
  void completeIn(Pane page, ProjectSession session, Background background) {
    Completer.complete(
        page,
        target,
        background,
        typed -> {
          Optional<Project> project = session.projectProperty().get();
          return () -> project.map(one -> choices(one, typed)).orElse(List.of());
        });
  }

  private static List<Completer.Choice> choices(Project project, String typed) {
    return Completion.of(project.graph(), typed, MOST).stream()
        .map(one -> new Completer.Choice(one.in(typed), one.text(), one.about()))
        .toList();
  }

  /** Brings the keyboard to the target. */
  void toTarget() {
    target.requestFocus();
    target.end();
  }
}
