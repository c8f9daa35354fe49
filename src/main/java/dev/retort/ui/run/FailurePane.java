package dev.retort.ui.run;

import dev.retort.ui.widget.Nodes;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Why a run did not end well: what PostgreSQL says, line by line, what state the database is in,
 * and what can be done next.
 */
final class FailurePane extends VBox {
  /** Four lines; all of a longer text is in its tooltip and in the report. */
  private static final double TALLEST = 76;

  private final RunActions actions;
  private final GridPane facts = new GridPane(12, 4);
  private final HBox buttons = new HBox(8);
  private final StackPane waysOn = new StackPane();

  FailurePane(RunModel model, RunActions actions) {
    super(10);
    this.actions = actions;
    setId("failure");
    getStyleClass().add("failure");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(72);
    ColumnConstraints words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    facts.getColumnConstraints().setAll(names, words);
    waysOn.setId("ways-on");
    waysOn.getStyleClass().addAll("banner", "banner-warning", "ways-on");
    HBox.setHgrow(facts, Priority.ALWAYS);
    HBox known = new HBox(16, facts, buttons);
    known.getStyleClass().add("failure-known");
    getChildren().setAll(known, waysOn);
    model.failureProperty().subscribe(this::show);
    actions.waysOn().subscribe(ways -> showWays(model.failureProperty().get(), ways));
    model
        .failureProperty()
        .addListener((observable, before, now) -> showWays(now, actions.waysOn().getValue()));
  }

  private void show(Optional<Failure> failure) {
    Nodes.show(this, failure.isPresent());
    facts.getChildren().clear();
    buttons.getChildren().clear();
    failure.ifPresent(
        why -> {
          int row = 0;
          for (Failure.Fact fact : why.facts()) {
            facts.addRow(row++, name(fact), words(fact));
          }
          why.file().ifPresent(place -> buttons.getChildren().add(open(place)));
          Button copy = Nodes.button("copy-report", "Copy the report");
          copy.setGraphic(new FontIcon(Feather.COPY));
          copy.setOnAction(
              event ->
                  Clipboard.getSystemClipboard()
                      .setContent(Map.of(DataFormat.PLAIN_TEXT, why.report())));
          buttons.getChildren().add(copy);
        });
  }

  private Button open(Failure.FilePlace place) {
    String name = String.valueOf(place.file().getFileName());
    Button open = Nodes.button("open-failed", "Open " + name + ":" + place.line());
    open.setGraphic(new FontIcon(Feather.EDIT_2));
    open.setTooltip(new Tooltip(place.file() + ", line " + place.line()));
    open.setOnAction(event -> actions.open(place));
    return open;
  }

  private static Label name(Failure.Fact fact) {
    Label name = Nodes.label(fact.name(), "fact-name");
    name.setMinHeight(USE_PREF_SIZE);
    return name;
  }

  private static Label words(Failure.Fact fact) {
    Label words = Nodes.label(fact.words(), "fact");
    words.setId("failure-" + fact.name().toLowerCase(java.util.Locale.ROOT));
    words.setAccessibleText(fact.name() + ": " + fact.words());
    words.setWrapText(true);
    words.setMaxHeight(TALLEST);
    Tooltip whole = new Tooltip(fact.words());
    whole.setWrapText(true);
    whole.setMaxWidth(640);
    words.setTooltip(whole);
    return words;
  }

  /** The mark that a run leaves is seen only when the database is looked at after it. */
  private void showWays(Optional<Failure> failure, Optional<Node> ways) {
    waysOn.getChildren().clear();
    Nodes.show(waysOn, failure.isPresent() && ways.isPresent());
    if (failure.isPresent()) {
      ways.ifPresent(waysOn.getChildren()::add);
    }
  }
}
