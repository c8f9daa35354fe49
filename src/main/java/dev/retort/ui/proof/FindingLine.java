package dev.retort.ui.proof;

import dev.retort.ui.widget.Nodes;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A finding as a line: a sign, the verdict, and below it what there is to say beyond. */
final class FindingLine extends HBox {

  /** A line without a way on. */
  FindingLine(Finding.Sort sort, String words, String muted) {
    super(8);
    getStyleClass().addAll("finding", style(sort));
    Label text = Nodes.wrapped(words, "strong");
    VBox lines = new VBox(2, text);
    if (!muted.isEmpty()) {
      lines.getChildren().add(Nodes.wrapped(muted, "muted"));
    }
    HBox.setHgrow(lines, Priority.ALWAYS);
    getChildren().addAll(sign(sort), lines);
  }

  /** A finding's line, where what differs is in sight. */
  static FindingLine of(Finding finding) {
    return new FindingLine(finding.sort(), finding.words(), String.join("\n", finding.more()));
  }

  /** A finding's line, with the way to what differs where there is something. */
  static FindingLine of(Finding finding, Runnable showDifference) {
    FindingLine line = of(finding);
    if (finding.hasDifference()) {
      Hyperlink show = new Hyperlink("Show what differs");
      show.setId("difference-" + finding.revision());
      show.setAccessibleText("Show what differs after the way back of " + finding.revision());
      show.setMinWidth(USE_PREF_SIZE);
      show.setOnAction(event -> showDifference.run());
      line.getChildren().add(show);
    }
    return line;
  }

  private static Node sign(Finding.Sort sort) {
    return new FontIcon(
        switch (sort) {
          case PROVED -> Feather.CHECK_CIRCLE;
          case LOSES -> Feather.ALERT_TRIANGLE;
          case FAILED -> Feather.X_CIRCLE;
          case NONE -> Feather.SLASH;
          case UNTRIED -> Feather.CIRCLE;
        });
  }

  private static String style(Finding.Sort sort) {
    return switch (sort) {
      case PROVED -> "finding-good";
      case LOSES -> "finding-warning";
      case FAILED -> "finding-bad";
      case NONE, UNTRIED -> "finding-none";
    };
  }
}
