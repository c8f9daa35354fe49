package dev.retort.ui.widget.diff;

import dev.retort.ui.widget.Nodes;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says how many changes there are, walks through them, and chooses how they are laid out. */
final class DiffBar extends HBox {
  private final Label words = Nodes.label("", "diff-count");
  private final Label position = Nodes.label("", "muted");
  private final Button before;
  private final Button next;
  private final Button copy;
  private final ToggleButton folds;
  private final ToggleButton sides;
  private final ToggleButton unified;

  /** What can be asked for. */
  record Ways(
      IntConsumer walk, Consumer<DiffLayout> layout, Consumer<Boolean> foldAll, Runnable copy) {}

  DiffBar(String id, Ways ways) {
    getStyleClass().add("diff-bar");
    words.setId(id + "-count");
    words.setMinWidth(0);
    position.setId(id + "-position");
    position.setMinWidth(Region.USE_PREF_SIZE);
    before = Nodes.iconButton(id + "-before", Feather.CHEVRON_UP, "Previous change (Shift+F7)");
    next = Nodes.iconButton(id + "-next", Feather.CHEVRON_DOWN, "Next change (F7)");
    copy = Nodes.iconButton(id + "-copy", Feather.COPY, "Copy as a patch");
    before.setOnAction(event -> ways.walk().accept(-1));
    next.setOnAction(event -> ways.walk().accept(1));
    copy.setOnAction(event -> ways.copy().run());
    folds = toggle(id + "-all", Feather.MAXIMIZE_2, "Show the equal lines as well");
    folds.setOnAction(event -> ways.foldAll().accept(!folds.isSelected()));
    ToggleGroup group = new ToggleGroup();
    sides = toggle(id + "-sides", Feather.COLUMNS, "Side by side");
    unified = toggle(id + "-unified", Feather.ALIGN_JUSTIFY, "Unified");
    sides.setToggleGroup(group);
    unified.setToggleGroup(group);
    choose(sides, ways, DiffLayout.SIDES);
    choose(unified, ways, DiffLayout.UNIFIED);
    getChildren()
        .addAll(words, before, next, position, Nodes.spacer(), folds, sides, unified, copy);
  }

  private static ToggleButton toggle(String id, Ikon icon, String what) {
    ToggleButton toggle = new ToggleButton("", new FontIcon(icon));
    toggle.setId(id);
    toggle.setAccessibleText(what);
    toggle.setTooltip(new Tooltip(what));
    toggle.getStyleClass().addAll("button-icon", "flat", "graph-toggle");
    return toggle;
  }

  private static void choose(ToggleButton toggle, Ways ways, DiffLayout layout) {
    toggle.setOnAction(
        event -> {
          // One of the two is always chosen.
          toggle.setSelected(true);
          ways.layout().accept(layout);
        });
  }

  /** Says what is shown. */
  void show(DiffModel model, DiffLayout layout, int current, boolean allOpen) {
    int count = model.hunks().size();
    words.setText(model.inWords());
    position.setText(current < 0 ? "" : (current + 1) + " of " + count);
    before.setDisable(count == 0);
    next.setDisable(count == 0);
    copy.setDisable(count == 0);
    Nodes.show(folds, !model.folds().isEmpty());
    folds.setSelected(allOpen);
    sides.setSelected(layout == DiffLayout.SIDES);
    unified.setSelected(layout == DiffLayout.UNIFIED);
  }

  /** Says that nothing is known yet. */
  void waiting() {
    words.setText("Comparing…");
    position.setText("");
  }
}
