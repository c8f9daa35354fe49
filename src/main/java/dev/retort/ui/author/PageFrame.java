package dev.retort.ui.author;

import dev.retort.ui.widget.Nodes;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/**
 * What the pages of this package share: a title with the way back, a line for trouble, and the
 * button that writes. Escape leaves, Ctrl-Enter writes.
 */
final class PageFrame {
  private PageFrame() {}

  static void dress(
      BorderPane page,
      String title,
      String write,
      Runnable leave,
      Runnable go,
      ObservableValue<Boolean> impossible,
      ObservableValue<String> trouble) {
    page.getStyleClass().addAll("panel", "author-page");
    Button back = Nodes.iconButton("leave-author", Feather.ARROW_LEFT, "Leave without writing");
    back.setOnAction(event -> leave.run());
    HBox header = new HBox(back, Nodes.label(title, "title"));
    header.getStyleClass().add("page-title");
    page.setTop(header);
    Label notice = Nodes.label("", "danger-text");
    notice.setId("author-trouble");
    notice.setWrapText(true);
    notice.setMaxWidth(Double.MAX_VALUE);
    notice.textProperty().bind(trouble);
    HBox.setHgrow(notice, Priority.ALWAYS);
    Button cancel = Nodes.button("cancel-author", "Cancel");
    cancel.setOnAction(event -> leave.run());
    Button button = Nodes.button("write-author", write, "accent");
    button.disableProperty().bind(impossible);
    button.setOnAction(event -> go.run());
    HBox footer = new HBox(notice, cancel, button);
    footer.getStyleClass().add("action-bar");
    page.setBottom(footer);
    page.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            leave.run();
            event.consume();
          } else if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
            go.run();
            event.consume();
          }
        });
  }

  /** A form at the left, what it leads to at the right. */
  static HBox sides(Node form, Node outcome) {
    HBox sides = new HBox(form, outcome);
    HBox.setHgrow(outcome, Priority.ALWAYS);
    return sides;
  }
}
