package dev.retort.ui.shell;

import dev.retort.revision.Revision;
import dev.retort.ui.schema.BetweenModel;
import dev.retort.ui.schema.BetweenTab;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.diff.DiffSide;
import dev.retort.ui.widget.diff.DiffView;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Two revisions of the graph: how they lie to each other, and their SQL against each other. */
final class PairPage extends VBox {
  private final Label words = Nodes.label("", "inspector-message");
  private final ToggleButton upgrade = new ToggleButton("Upgrade SQL");
  private final ToggleButton downgrade = new ToggleButton("Downgrade SQL");
  private final DiffView diff;
  private final BetweenTab between;
  private final TabPane tabs;
  private Optional<Pair> pair = Optional.empty();

  private record Pair(Revision newer, Revision older) {}

  PairPage(ProjectSession session, Background background) {
    getStyleClass().add("inspector-page");
    setId("pair-page");
    words.setWrapText(true);
    diff = new DiffView("pair-diff", background);
    ToggleGroup group = new ToggleGroup();
    choice(upgrade, "pair-upgrade", "left-pill", group);
    choice(downgrade, "pair-downgrade", "right-pill", group);
    upgrade.setSelected(true);
    VBox.setVgrow(diff, Priority.ALWAYS);
    HBox choices = new HBox(upgrade, downgrade);
    choices.getStyleClass().add("pair-choices");
    between = new BetweenTab(new BetweenModel(session, background), background);
    Tab sql = new Tab("SQL", new VBox(choices, diff));
    sql.setClosable(false);
    tabs = new TabPane(sql, between);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    getChildren().addAll(words, tabs);
  }

  private void choice(ToggleButton button, String id, String style, ToggleGroup group) {
    button.setId(id);
    button.setAccessibleText(button.getText() + " of both revisions");
    button.setToggleGroup(group);
    button.getStyleClass().add(style);
    button.setOnAction(
        event -> {
          // One of the two is always chosen.
          button.setSelected(true);
          compare();
        });
  }

  void show(Revision newer, Revision older, String sentence) {
    words.setText(sentence);
    pair = Optional.of(new Pair(newer, older));
    compare();
    between.show(older.id(), newer.id());
  }

  /** Something else is shown in its place: nothing more is worked out for it. */
  void leave() {
    between.leave();
  }

  private void compare() {
    pair.ifPresent(two -> diff.show(side(two.older()), side(two.newer())));
  }

  private DiffSide side(Revision one) {
    String sql =
        upgrade.isSelected()
            ? RevisionPage.text(one.upgrade(), "-- Nothing to run.\n")
            : RevisionPage.wayBack(one);
    return new DiffSide(one.id() + "  " + one.message(), sql);
  }

  /** Brings the keyboard here. */
  void toContent() {
    tabs.requestFocus();
  }
}
