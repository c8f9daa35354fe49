package dev.retort.ui.widget.diff;

import dev.retort.ui.widget.Nodes;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;

/** A column of a comparison under its title. */
final class DiffColumn extends VBox {
  private final Column column;
  private final Label title = Nodes.label("", "diff-title");
  private final DiffArea area;
  private final VirtualizedScrollPane<DiffArea> scroll;

  DiffColumn(String id, Column column, IntPredicate current, IntConsumer open) {
    this.column = column;
    area = new DiffArea(id, column, current, open);
    scroll = new VirtualizedScrollPane<>(area);
    title.setId(id + "-title");
    title.setTooltip(new Tooltip());
    title.getTooltip().textProperty().bind(title.textProperty());
    area.accessibleTextProperty().bind(title.textProperty());
    HBox head = new HBox(title);
    head.getStyleClass().add("diff-head");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getStyleClass().add("diff-column");
    getChildren().addAll(head, scroll);
    setMinWidth(0);
  }

  DiffArea area() {
    return area;
  }

  void title(String words) {
    title.setText(words);
  }

  /** The column's part of what is to be shown. Any thread. */
  DiffDocument prepare(DiffShown shown) {
    return DiffDocument.of(new DiffText(shown, column), area.getSegOps());
  }

  /** Scrolls in step with another column, whose lines lie beside these. */
  InStep inStepWith(DiffColumn other) {
    return new InStep(scroll, other.scroll);
  }
}
