package dev.retort.ui.widget.diff;

import dev.retort.ui.widget.Nodes;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The margin of each line: its number in each text, and whether it went or came. */
final class DiffGutter implements IntFunction<Node> {
  private final Supplier<DiffText> text;
  private final IntPredicate current;
  private final IntConsumer open;

  /**
   * A margin.
   *
   * @param text what is shown now
   * @param current whether a place belongs to the change that the reader is at
   * @param open opens the fold in a place
   */
  DiffGutter(Supplier<DiffText> text, IntPredicate current, IntConsumer open) {
    this.text = text;
    this.current = current;
    this.open = open;
  }

  @Override
  public Node apply(int place) {
    DiffText now = text.get();
    HBox box = new HBox();
    box.getStyleClass().add("diff-gutter");
    if (place >= now.count()) {
      return box;
    }
    Look look = now.look(place);
    if (!look.style().isEmpty()) {
      box.getStyleClass().add(look.style());
    }
    if (current.test(place)) {
      box.getStyleClass().add("diff-current");
    }
    int digits = now.digits();
    for (String number : now.numbers(place)) {
      box.getChildren().add(Nodes.label(" ".repeat(digits - number.length()) + number, "lineno"));
    }
    Label sign = Nodes.label(look.sign(), "diff-sign");
    if (look == Look.FOLD) {
      sign.setText("");
      sign.setGraphic(new FontIcon(Feather.CHEVRON_RIGHT));
      sign.setAccessibleText("Show the equal lines");
      box.setCursor(Cursor.HAND);
      box.setOnMouseClicked(event -> open.accept(place));
    }
    box.getChildren().add(sign);
    return box;
  }
}
