package dev.retort.ui.author;

import dev.retort.ui.widget.Nodes;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a shadow has shown, as a line: a sign, the words, and below them what there is beyond. */
final class VerdictLine extends HBox {

  /** How good it is. */
  enum Sort {
    GOOD,
    WARNING,
    BAD
  }

  /** A line; {@code more} may be empty, and the first of what is below it the way on. */
  VerdictLine(String id, Sort sort, String words, String more, Node... ways) {
    super(8);
    setId(id);
    getStyleClass().addAll("finding", style(sort));
    VBox lines = new VBox(4, Nodes.wrapped(words, "strong"));
    if (!more.isEmpty()) {
      lines.getChildren().add(Nodes.wrapped(more, "muted"));
    }
    lines.getChildren().addAll(ways);
    HBox.setHgrow(lines, Priority.ALWAYS);
    getChildren().addAll(sign(sort), lines);
    setAccessibleText(words + " " + more);
  }

  private static Node sign(Sort sort) {
    return new FontIcon(
        switch (sort) {
          case GOOD -> Feather.CHECK_CIRCLE;
          case WARNING -> Feather.ALERT_TRIANGLE;
          case BAD -> Feather.X_CIRCLE;
        });
  }

  private static String style(Sort sort) {
    return switch (sort) {
      case GOOD -> "finding-good";
      case WARNING -> "finding-warning";
      case BAD -> "finding-bad";
    };
  }
}
