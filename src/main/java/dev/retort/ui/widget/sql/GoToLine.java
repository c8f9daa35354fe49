package dev.retort.ui.widget.sql;

import dev.retort.ui.widget.Nodes;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Asks for the number of a line, and goes there. */
final class GoToLine extends HBox {
  private final TextField number = new TextField();

  /**
   * A bar that is not shown yet.
   *
   * @param go called with a line
   * @param leave called when the reader is done
   */
  GoToLine(IntConsumer go, Runnable leave) {
    getStyleClass().add("find-bar");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    number.setId("go-to-line");
    number.setPromptText("Line");
    number.setAccessibleText("Go to line");
    number.setPrefColumnCount(7);
    number.setTextFormatter(
        new TextFormatter<>(
            change -> {
              // Whatever would leave something else than digits adds nothing.
              if (!change.getControlNewText().matches("[0-9]{0,8}")) {
                change.setText("");
              }
              return change;
            }));
    number.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            if (!number.getText().isEmpty()) {
              go.accept(Integer.parseInt(number.getText()));
            }
            leave.run();
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE) {
            leave.run();
            event.consume();
          }
        });
    Button close = Nodes.iconButton("go-to-close", Feather.X, "Close (Esc)");
    close.setOnAction(event -> leave.run());
    getChildren().addAll(Nodes.label("Go to line", "muted"), number, close);
  }

  /** Takes the keyboard. */
  void open() {
    number.clear();
    number.requestFocus();
  }
}
