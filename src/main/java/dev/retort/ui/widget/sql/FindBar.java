package dev.retort.ui.widget.sql;

import dev.retort.ui.widget.Nodes;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Asks for a word, says how often it occurs, and walks from one occurrence to the next. */
final class FindBar extends HBox {
  private final TextField word = new TextField();
  private final Label count = Nodes.label("", "muted");

  /**
   * A bar that is not shown yet.
   *
   * @param search called with each word typed
   * @param walk called with 1 for the next occurrence, -1 for the one before
   * @param leave called when the reader is done
   */
  FindBar(Consumer<String> search, IntConsumer walk, Runnable leave) {
    getStyleClass().add("find-bar");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    word.setId("find-word");
    word.setPromptText("Find in SQL");
    word.setAccessibleText("Find in SQL");
    word.setPrefColumnCount(16);
    count.setId("find-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    word.textProperty().addListener((observable, before, now) -> search.accept(now));
    word.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            walk.accept(event.isShiftDown() ? -1 : 1);
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE) {
            leave.run();
            event.consume();
          }
        });
    Button before = Nodes.iconButton("find-before", Feather.CHEVRON_UP, "Before (Shift-Enter)");
    Button next = Nodes.iconButton("find-next", Feather.CHEVRON_DOWN, "Next (Enter)");
    Button close = Nodes.iconButton("find-close", Feather.X, "Close (Esc)");
    before.setOnAction(event -> walk.accept(-1));
    next.setOnAction(event -> walk.accept(1));
    close.setOnAction(event -> leave.run());
    getChildren().addAll(word, count, before, next, close);
  }

  /** Takes the keyboard; what was typed last is there to be typed over. */
  void open() {
    word.requestFocus();
    word.selectAll();
  }

  /** What is looked for. */
  String word() {
    return word.getText();
  }

  /** Says where the reader is. */
  void show(SqlSearch found, int current) {
    if (word.getText().isEmpty()) {
      count.setText("");
    } else if (found.count() == 0) {
      count.setText("none");
    } else {
      count.setText((current + 1) + " of " + (found.more() ? "more than " : "") + found.count());
    }
  }
}
