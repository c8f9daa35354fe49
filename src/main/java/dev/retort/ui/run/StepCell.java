package dev.retort.ui.run;

import dev.retort.ui.widget.Nodes;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One step in the list beside the SQL: progress, id, how many statements, message, what is going
 * on.
 */
final class StepCell extends ListCell<StepLine> {
  private final FontIcon icon = new FontIcon(Feather.CIRCLE);
  private final Label id = Nodes.label("", "mono", "strong");
  private final Label count = Nodes.label("", "muted");
  private final Label changed = Nodes.label("changed", "step-changed");
  private final Label message = Nodes.label("", "muted");
  private final Label detail = Nodes.label("", "step-detail");
  private final VBox box =
      new VBox(2, new HBox(8, icon, id, changed, Nodes.spacer(), count), message, detail);

  StepCell() {
    changed.setGraphic(new FontIcon(Feather.EDIT_3));
    changed.setMinWidth(USE_PREF_SIZE);
    message.setWrapText(true);
    detail.setWrapText(true);
    box.getStyleClass().add("step");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable StepLine item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    icon.setIconCode(
        switch (item.progress()) {
          case WAITING -> Feather.CIRCLE;
          case RUNNING -> Feather.PLAY_CIRCLE;
          case DONE -> Feather.CHECK_CIRCLE;
          case FAILED -> Feather.X_CIRCLE;
        });
    icon.getStyleClass()
        .setAll(
            "ikonli-font-icon",
            "step-" + item.progress().name().toLowerCase(java.util.Locale.ROOT));
    id.setText(item.id());
    Nodes.show(changed, item.changed());
    count.setText(item.statements() == 1 ? "1 stmt" : item.statements() + " stmts");
    message.setText(item.message());
    Nodes.show(message, !item.message().isEmpty());
    String words = item.transactional() ? item.detail() : ("autocommit  " + item.detail()).strip();
    detail.setText(words);
    Nodes.show(detail, !words.isEmpty());
    setAccessibleText(
        item.id()
            + ", "
            + item.message()
            + ", "
            + item.progress()
            + (item.changed() ? ", changed since it was last seen here, " : ", ")
            + words);
    setGraphic(box);
  }
}
