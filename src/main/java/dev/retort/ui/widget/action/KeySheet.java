package dev.retort.ui.widget.action;

import dev.retort.ui.widget.Nodes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Every key there is, by what it belongs to, over the window's content. */
public final class KeySheet extends StackPane {
  private static final double COLUMN = 320;

  /** A key that the registry does not know, such as one of the graph's rows. */
  public record Extra(String group, String words, String keys) {}

  private final Actions actions;
  private final List<Extra> extras;
  private final VBox columns = new VBox(12);
  private final Button close = Nodes.iconButton("close-keys", Feather.X, "Close (Esc)");
  private Optional<Node> before = Optional.empty();

  /** The sheet of a registry, with some keys beside it; hidden until it is opened. */
  public KeySheet(Actions actions, List<Extra> extras) {
    this.actions = actions;
    this.extras = List.copyOf(extras);
    getStyleClass().addAll("palette-layer");
    Label title = Nodes.label("Keys", "title");
    HBox head = new HBox(title, Nodes.spacer(), close);
    head.getStyleClass().add("key-sheet-head");
    close.setOnAction(event -> hide());
    VBox box = new VBox(12, head, columns);
    box.setId("key-sheet");
    box.getStyleClass().addAll("palette", "key-sheet");
    box.setMaxSize(2 * COLUMN + 72, USE_PREF_SIZE);
    getChildren().add(box);
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (this.equals(event.getTarget())) {
            hide();
          }
        });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
          }
        });
    Nodes.show(this, false);
  }

  /** Opens it. */
  public void open() {
    Map<String, VBox> groups = new LinkedHashMap<>();
    actions.fixed().stream()
        .filter(action -> !action.keys().isEmpty())
        .forEach(action -> add(groups, action.group(), action.words(), action.keys()));
    extras.forEach(extra -> add(groups, extra.group(), extra.words(), extra.keys()));
    VBox left = new VBox(16);
    VBox right = new VBox(16);
    int rowsLeft = 0;
    int rowsRight = 0;
    for (VBox group : groups.values()) {
      if (rowsLeft <= rowsRight) {
        left.getChildren().add(group);
        rowsLeft += group.getChildren().size();
      } else {
        right.getChildren().add(group);
        rowsRight += group.getChildren().size();
      }
    }
    columns.getChildren().setAll(new HBox(32, left, right));
    before = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
    Nodes.show(this, true);
    close.requestFocus();
  }

  private static void add(Map<String, VBox> groups, String group, String words, String keys) {
    VBox box =
        groups.computeIfAbsent(
            group,
            name -> {
              Label title = Nodes.label(name.toUpperCase(java.util.Locale.ROOT), "section-title");
              return new VBox(5, title);
            });
    Label what = new Label(words);
    Label key = Nodes.label(Keys.shown(keys), "keys");
    key.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(8, what, Nodes.spacer(), key);
    line.setPrefWidth(COLUMN);
    line.getStyleClass().add("key-line");
    box.getChildren().add(line);
  }

  private void hide() {
    Nodes.show(this, false);
    before.filter(node -> node.getScene() != null).ifPresent(Node::requestFocus);
    before = Optional.empty();
  }
}
