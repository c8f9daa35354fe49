package dev.retort.ui.run;

import dev.retort.ui.run.StepLine.Progress;
import dev.retort.ui.widget.Nodes;
import java.util.Locale;
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
  private final VBox ticks = new VBox(2);
  private final VBox more = new VBox(2, message, detail, ticks);
  private final VBox box = new VBox(2, new HBox(8, icon, id, changed, Nodes.spacer(), count), more);

  StepCell() {
    changed.setGraphic(new FontIcon(Feather.EDIT_3));
    changed.setMinWidth(USE_PREF_SIZE);
    message.setWrapText(true);
    detail.setWrapText(true);
    box.getStyleClass().add("step");
    more.getStyleClass().add("step-more");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable StepLine item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    show(icon, item.progress());
    id.setText(item.id());
    Nodes.show(changed, item.changed());
    count.setText(
        switch (item.statements()) {
          case 0 -> "no SQL";
          case 1 -> "1 stmt";
          default -> item.statements() + " stmts";
        });
    message.setText(item.message());
    Nodes.show(message, !item.message().isEmpty());
    String words = item.transactional() ? item.detail() : ("autocommit  " + item.detail()).strip();
    detail.setText(words);
    Nodes.show(detail, !words.isEmpty());
    ticks.getChildren().setAll(item.ticks().stream().map(StepCell::tick).toList());
    Nodes.show(ticks, !item.ticks().isEmpty());
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

  private static void show(FontIcon icon, Progress progress) {
    icon.setIconCode(
        switch (progress) {
          case WAITING -> Feather.CIRCLE;
          case RUNNING -> Feather.PLAY_CIRCLE;
          case DONE -> Feather.CHECK_CIRCLE;
          case CANCELLED -> Feather.SLASH;
          case FAILED -> Feather.X_CIRCLE;
        });
    icon.getStyleClass()
        .setAll("ikonli-font-icon", "step-" + progress.name().toLowerCase(Locale.ROOT));
  }

  /** A statement of the step under way. */
  private static HBox tick(StepLine.Tick tick) {
    FontIcon sign = new FontIcon(Feather.CIRCLE);
    show(sign, tick.progress());
    Label what = Nodes.label(tick.number() + "  " + tick.kind(), "tick-kind");
    what.setMinWidth(0);
    Label took = Nodes.label(tick.took(), "tick-took");
    took.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(6, sign, what, Nodes.spacer(), took);
    line.getStyleClass().add("tick");
    return line;
  }
}
