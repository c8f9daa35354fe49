package dev.retort.ui.widget;

import dev.retort.ui.task.Background;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * Completes what is typed into a field, in a list over the window's content. The keyboard stays in
 * the field: Down and Up choose, Enter takes what is chosen, Escape closes. While nothing is
 * chosen, Enter means what it always means.
 */
public final class Completer {
  private static final double ROW = 28;
  private static final double WIDTH = 420;
  private static final int ROWS = 8;

  /**
   * Something to choose.
   *
   * @param text the whole of the field's text once it is chosen
   * @param name what is shown of it
   */
  public record Choice(String text, String name, String about) {}

  private final Pane host;
  private final TextField field;
  private final Background background;
  private final Function<String, Callable<List<Choice>>> find;
  private final ListView<Choice> list = new ListView<>();
  private boolean taking;
  private int asked;

  private Completer(
      Pane host,
      TextField field,
      Background background,
      Function<String, Callable<List<Choice>>> find) {
    this.host = host;
    this.field = field;
    this.background = background;
    this.find = find;
    list.setId(field.getId() + "-completions");
    list.setAccessibleText("Completions");
    list.getStyleClass().add("completions");
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW);
    list.setManaged(false);
    list.setViewOrder(-1);
    list.setCellFactory(view -> new Cell());
    Nodes.show(list, false);
    list.setManaged(false);
    host.getChildren().add(list);
    field.textProperty().addListener((observable, before, now) -> typed(now));
    field.focusedProperty().addListener((observable, before, now) -> close());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    field.localToSceneTransformProperty().addListener(observable -> place());
    host.layoutBoundsProperty().addListener(observable -> place());
  }

  /**
   * Completes a field from now on.
   *
   * @param host what the list is laid over; holds the field
   * @param find what finds the choices for what is typed, away from the toolkit's thread
   */
  public static void complete(
      Pane host,
      TextField field,
      Background background,
      Function<String, Callable<List<Choice>>> find) {
    new Completer(host, field, background, find);
  }

  private void typed(String now) {
    int question = ++asked;
    if (taking || !field.isFocused()) {
      return;
    }
    background.run(
        find.apply(now),
        found -> {
          if (question == asked && field.isFocused()) {
            show(found);
          }
        },
        problem -> close());
  }

  private void show(List<Choice> found) {
    list.getItems().setAll(found);
    list.getSelectionModel().clearSelection();
    list.setVisible(!found.isEmpty());
    place();
  }

  private void place() {
    if (!list.isVisible() || field.getScene() == null) {
      return;
    }
    Bounds at = host.sceneToLocal(field.localToScene(field.getLayoutBounds()));
    double height = Math.min(ROWS, list.getItems().size()) * ROW + 10;
    double width = Math.min(WIDTH, host.getWidth() - at.getMinX() - 16);
    list.resizeRelocate(
        Math.floor(at.getMinX()), Math.floor(at.getMinY() - height - 4), width, height);
  }

  private void close() {
    asked++;
    list.setVisible(false);
  }

  private void pressed(KeyEvent event) {
    if (!list.isVisible()) {
      return;
    }
    int chosen = list.getSelectionModel().getSelectedIndex();
    switch (event.getCode()) {
      case DOWN -> choose(Math.min(chosen + 1, list.getItems().size() - 1));
      case UP -> choose(chosen - 1);
      case ESCAPE -> close();
      case ENTER -> {
        if (chosen < 0) {
          close();
          return;
        }
        take(list.getItems().get(chosen));
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void choose(int row) {
    if (row < 0) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().clearAndSelect(row);
      list.scrollTo(Math.max(0, row - ROWS + 2));
      field.setAccessibleHelp(list.getItems().get(row).name());
    }
  }

  private void take(Choice choice) {
    taking = true;
    field.setText(choice.text());
    field.end();
    taking = false;
    close();
  }

  /** A choice: what is typed for it, and what it is. */
  private final class Cell extends ListCell<Choice> {
    private final Label name = Nodes.label("", "mono");
    private final Label about = Nodes.label("", "palette-more");
    private final HBox row = new HBox(12, name, about);

    Cell() {
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      setPrefWidth(0);
      name.setMinWidth(USE_PREF_SIZE);
      row.getStyleClass().add("palette-row");
      setOnMousePressed(
          event -> {
            if (getItem() != null) {
              take(getItem());
              event.consume();
            }
          });
    }

    @Override
    protected void updateItem(@Nullable Choice item, boolean empty) {
      super.updateItem(item, empty);
      setText(null);
      setGraphic(empty || item == null ? null : row);
      if (item != null) {
        name.setText(item.name());
        about.setText(item.about());
        setAccessibleText(item.name() + ", " + item.about());
      }
    }
  }
}
