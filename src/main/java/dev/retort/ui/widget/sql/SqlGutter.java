package dev.retort.ui.widget.sql;

import dev.retort.ui.widget.Nodes;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The margin of each row: its line's number, and the handle of the fold that begins there. */
final class SqlGutter implements IntFunction<Node> {
  private final Supplier<SqlRows> rows;
  private final Consumer<Fold> toggle;

  SqlGutter(Supplier<SqlRows> rows, Consumer<Fold> toggle) {
    this.rows = rows;
    this.toggle = toggle;
  }

  @Override
  public Node apply(int place) {
    SqlRows now = rows.get();
    if (place >= now.count()) {
      return new Label();
    }
    SqlText text = now.text();
    int row = now.row(place);
    int digits = String.valueOf(text.number(text.rows() - 1)).length();
    String number = text.continued(row) ? "·" : String.valueOf(text.number(row));
    Label label = Nodes.label(" ".repeat(digits - number.length()) + number, "lineno");
    HBox box = new HBox(label, handle(now, place));
    box.setAlignment(Pos.TOP_LEFT);
    box.getStyleClass().add("sql-gutter");
    return box;
  }

  private Node handle(SqlRows now, int place) {
    Label handle = Nodes.label("", "fold-handle");
    Optional<Fold> fold = now.fold(place);
    fold.ifPresent(
        one -> {
          boolean closed = now.closed(one);
          handle.setGraphic(new FontIcon(closed ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN));
          handle.setAccessibleText(closed ? "Unfold" : "Fold");
          handle.setOnMouseClicked(event -> toggle.accept(one));
        });
    return handle;
  }
}
