package dev.retort.ui.graph;

import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.StateMark;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * One row: mark, id, message, chips, date, state. The message gives way first when room is short.
 */
final class RevisionCell extends ListCell<RevisionRow> {
  private final StateMark mark = new StateMark();
  private final Label id = Nodes.label("", "mono");
  private final Label message = new Label();
  private final HBox chips = new HBox(6);
  private final Label date = Nodes.label("", "muted");
  private final Label state = new Label();
  private final HBox row = new HBox(mark, id, message, chips, Nodes.spacer(), date, state);

  RevisionCell() {
    row.getStyleClass().add("revision-row");
    chips.getStyleClass().add("chips");
    id.setMinWidth(Region.USE_PREF_SIZE);
    id.setMaxWidth(280);
    message.setMinWidth(40);
    chips.setMinWidth(Region.USE_PREF_SIZE);
    date.setMinWidth(Region.USE_PREF_SIZE);
    state.setMinWidth(64);
    state.setStyle("-fx-alignment: center-right;");
    // The list decides the width; a long message is cut, never scrolled out of sight.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable RevisionRow item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    mark.show(item.state());
    id.setText(item.id().value());
    message.setText(item.message());
    chips.getChildren().clear();
    item.labels().forEach(label -> chips.getChildren().add(Nodes.chip(label)));
    if (item.head()) {
      chips.getChildren().add(Nodes.chip("head", "outline"));
    }
    if (item.base()) {
      chips.getChildren().add(Nodes.chip("base", "outline"));
    }
    date.setText(item.date());
    state.setText(item.stateWord());
    state.getStyleClass().setAll("label", styleOf(item));
    setAccessibleText(item.spoken());
    setGraphic(row);
  }

  private static String styleOf(RevisionRow item) {
    return switch (item.state()) {
      case PENDING -> "accent-text";
      case CURRENT -> "success-text";
      case APPLIED, UNKNOWN -> "muted";
    };
  }
}
