package dev.retort.ui.drift;

import dev.retort.ui.widget.Nodes;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A place in the graph that a database may be at: id, how near, message. */
final class PlaceCell extends ListCell<Identified.Place> {
  private final Label title = Nodes.label("", "mono", "strong");
  private final Label nearness = Nodes.label("", "place-nearness");
  private final Label message = Nodes.label("", "muted");
  private final VBox box = new VBox(2, new HBox(8, title, Nodes.spacer(), nearness), message);

  PlaceCell() {
    message.setWrapText(true);
    nearness.setMinWidth(USE_PREF_SIZE);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Identified.@Nullable Place item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    title.setText(item.title());
    nearness.setText(item.nearness());
    nearness
        .getStyleClass()
        .setAll("label", item.candidate().exact() ? "success-text" : "warning-text");
    message.setText(item.message());
    Nodes.show(message, !item.message().isEmpty());
    setAccessibleText(item.title() + ", " + item.nearness() + ", " + item.message());
    setGraphic(box);
  }
}
