package dev.retort.ui.widget.action;

import atlantafx.base.controls.CustomTextField;
import dev.retort.ui.widget.Nodes;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The palette over the window's content: a field and what answers below it. The keyboard stays in
 * the field; arrows choose, Enter does, Escape or a click beside it closes.
 */
public final class PaletteView extends StackPane {
  private static final double WIDTH = 600;
  private static final double ROW = 36;
  private static final int ROWS = 11;

  private final PaletteModel model;
  private final CustomTextField field = new CustomTextField();
  private final ListView<Action> list;
  private Optional<Node> before = Optional.empty();

  /** The view of a model; hidden until it is opened. */
  public PaletteView(PaletteModel model) {
    this.model = model;
    this.list = new ListView<>(model.found());
    getStyleClass().add("palette-layer");
    setId("palette-layer");
    field.setId("palette-field");
    field.setPromptText("What do you want to do? An action, a revision, a profile…");
    field.setAccessibleText("Find an action");
    field.setLeft(new FontIcon(Feather.SEARCH));
    field.textProperty().bindBidirectional(model.typedProperty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setId("palette-list");
    list.setAccessibleText("What answers");
    list.getStyleClass().add("palette-list");
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW);
    list.setCellFactory(view -> new ActionCell(model));
    Label nothing = Nodes.label("Nothing answers to that", "muted");
    list.setPlaceholder(nothing);
    model.found().subscribe(this::fit);
    model.chosenProperty().subscribe(row -> choose(row.intValue()));
    VBox box = new VBox(field, list);
    box.setId("palette");
    box.getStyleClass().add("palette");
    box.setMaxSize(WIDTH, USE_PREF_SIZE);
    getChildren().add(box);
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (this.equals(event.getTarget())) {
            model.close();
            event.consume();
          }
        });
    model.openProperty().subscribe(this::show);
  }

  private void fit() {
    int rows = Math.clamp(model.found().size(), 1, ROWS);
    list.setPrefHeight(rows * ROW + 10);
    list.setMinHeight(ROW + 10);
    choose(model.chosenProperty().get());
  }

  private void choose(int row) {
    if (row < list.getItems().size()) {
      list.getSelectionModel().clearAndSelect(row);
      list.scrollTo(Math.max(0, row - ROWS + 2));
      Action action = list.getItems().get(row);
      field.setAccessibleHelp(action.words() + " " + action.obstacle().get());
    }
  }

  private void show(boolean open) {
    if (open) {
      before = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
      Nodes.show(this, true);
      field.requestFocus();
    } else {
      boolean had = isVisible() && field.isFocused();
      Nodes.show(this, false);
      if (had) {
        before.filter(node -> node.getScene() != null).ifPresent(Node::requestFocus);
      }
      before = Optional.empty();
    }
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> model.move(1);
      case UP -> model.move(-1);
      case PAGE_DOWN -> model.move(ROWS - 1);
      case PAGE_UP -> model.move(1 - ROWS);
      case ENTER -> model.perform();
      case ESCAPE -> model.close();
      case TAB -> {}
      default -> {
        if (!(event.isShortcutDown() && event.getCode() == KeyCode.K)) {
          return;
        }
        model.close();
      }
    }
    event.consume();
  }
}
