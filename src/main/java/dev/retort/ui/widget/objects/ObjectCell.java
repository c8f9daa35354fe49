package dev.retort.ui.widget.objects;

import dev.retort.schema.diff.Difference;
import dev.retort.ui.widget.Nodes;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One object: what became of it, its kind, its name; below, what differs within it. */
final class ObjectCell extends ListCell<ObjectLine> {
  private static final double NARROWEST = 120;

  /** The cell's padding, the details' own, and a scroll bar. */
  static final double AROUND = 24 + 20 + 14;

  private final Label sign = Nodes.label("", "object-sign");
  private final Label kind = Nodes.label("", "object-kind");
  private final Label name = Nodes.label("", "mono", "object-name");
  private final VBox details = new VBox();
  private final VBox box = new VBox(new HBox(6, sign, kind, name), details);
  private final Tooltip whole = new Tooltip();

  ObjectCell() {
    // The list decides the width; a long name is cut, and whole where the pointer rests.
    setPrefWidth(0);
    kind.setMinWidth(USE_PREF_SIZE);
    sign.setMinWidth(14);
    details.getStyleClass().add("object-details");
    whole.setWrapText(true);
    whole.setMaxWidth(560);
  }

  @Override
  protected void updateItem(@Nullable ObjectLine item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText("");
      return;
    }
    sign.setText(item.sign());
    sign.getStyleClass().setAll("label", "object-sign");
    item.mark().map(ObjectCell::ink).ifPresent(sign.getStyleClass()::add);
    Nodes.show(sign, item.mark().isPresent());
    kind.setText(item.kind());
    name.setText(item.name());
    details.getChildren().setAll(item.details().stream().map(this::detail).toList());
    Nodes.show(details, !item.details().isEmpty());
    whole.setText(
        item.kind()
            + " "
            + item.name()
            + (item.details().isEmpty() ? "" : "\n" + String.join("\n", item.details())));
    setTooltip(whole);
    setAccessibleText(item.spoken());
    setGraphic(box);
  }

  /** A detail is the answer itself: it is never cut, but goes on in the next line. */
  private Label detail(String words) {
    Label detail = Nodes.wrapped(words, "object-detail");
    // A cell asks its graphic for its height without saying how wide it will be.
    detail
        .prefWidthProperty()
        .bind(Bindings.max(NARROWEST, getListView().widthProperty().subtract(AROUND)));
    return detail;
  }

  private static String ink(Difference.Mark mark) {
    return switch (mark) {
      case ADDED -> "success-text";
      case REMOVED -> "danger-text";
      case CHANGED -> "warning-text";
    };
  }
}
