package dev.retort.ui.widget.action;

import dev.retort.ui.widget.Nodes;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** One action in the palette: what it does, why it cannot be done, what it belongs to, its keys. */
final class ActionCell extends ListCell<Action> {
  private final Label words = Nodes.label("", "palette-words");
  private final Label more = Nodes.label("", "palette-more");
  private final Label group = Nodes.label("", "palette-group");
  private final Label keys = Nodes.label("", "keys");
  private final HBox row = new HBox(10, words, more, Nodes.spacer(), group, keys);

  ActionCell(PaletteModel model) {
    getStyleClass().add("palette-cell");
    row.getStyleClass().add("palette-row");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0);
    keys.setMinWidth(USE_PREF_SIZE);
    group.setMinWidth(USE_PREF_SIZE);
    more.setMinWidth(0);
    HBox.setHgrow(more, Priority.SOMETIMES);
    setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
            model.choose(getIndex());
            model.perform();
          }
        });
  }

  @Override
  protected void updateItem(@Nullable Action item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    String obstacle = item.obstacle().get();
    words.setText(item.words());
    more.setText(obstacle.isEmpty() ? item.more() : obstacle);
    group.setText(item.group());
    keys.setText(Keys.shown(item.keys()));
    Nodes.show(keys, !item.keys().isEmpty());
    row.getStyleClass().remove("palette-impossible");
    if (!obstacle.isEmpty()) {
      row.getStyleClass().add("palette-impossible");
    }
    setAccessibleText(item.words() + (obstacle.isEmpty() ? "" : ", not now: " + obstacle));
    setGraphic(row);
  }
}
