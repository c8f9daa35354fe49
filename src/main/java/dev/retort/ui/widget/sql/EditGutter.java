package dev.retort.ui.widget.sql;

import dev.retort.ui.widget.Nodes;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The margin of each line that is edited: a mark where something is to be said, and its number. */
final class EditGutter implements IntFunction<Node> {
  private final IntFunction<List<LineNote>> notes;
  private final int digits;

  EditGutter(IntFunction<List<LineNote>> notes, int digits) {
    this.notes = notes;
    this.digits = digits;
  }

  @Override
  public Node apply(int line) {
    String number = String.valueOf(line + 1);
    Label label = Nodes.label(" ".repeat(Math.max(0, digits - number.length())) + number, "lineno");
    HBox box = new HBox(mark(notes.apply(line + 1)), label);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().addAll("sql-gutter", "edit-gutter");
    return box;
  }

  /** Its shape says it as well as its colour. */
  private static Label mark(List<LineNote> notes) {
    Label mark = Nodes.label("", "line-mark");
    if (!notes.isEmpty()) {
      boolean wrong = notes.stream().anyMatch(LineNote::wrong);
      mark.setGraphic(new FontIcon(wrong ? Feather.X_OCTAGON : Feather.ALERT_TRIANGLE));
      mark.getStyleClass().add(wrong ? "line-wrong" : "line-doubtful");
      mark.setId("line-mark-" + notes.getFirst().line());
      String words = notes.stream().map(LineNote::words).collect(Collectors.joining("\n"));
      mark.setAccessibleText(words);
      Tooltip tooltip = new Tooltip(words);
      tooltip.setWrapText(true);
      tooltip.setMaxWidth(460);
      tooltip.setShowDelay(Duration.millis(300));
      tooltip.setShowDuration(Duration.seconds(30));
      mark.setTooltip(tooltip);
    }
    return mark;
  }
}
