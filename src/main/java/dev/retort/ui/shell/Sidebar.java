package dev.retort.ui.shell;

import dev.retort.ui.widget.Nodes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The left edge of the window: the profiles, and the views of the project. */
final class Sidebar extends VBox {
  private final ToggleGroup group = new ToggleGroup();
  private final Map<View, ToggleButton> buttons = new LinkedHashMap<>();

  Sidebar(Node profiles, Consumer<View> open) {
    getStyleClass().add("sidebar");
    VBox views = new VBox(2);
    views.getStyleClass().add("views");
    for (View view : View.values()) {
      ToggleButton button = new ToggleButton(view.words(), new FontIcon(view.icon()));
      button.setId("view-" + view.name().toLowerCase(java.util.Locale.ROOT));
      button.setAccessibleText(view.words());
      button.getStyleClass().add("view-button");
      button.setMaxWidth(Double.MAX_VALUE);
      button.setToggleGroup(group);
      button.setOnAction(
          event -> {
            // A second click must not leave no view at all.
            button.setSelected(true);
            open.accept(view);
          });
      buttons.put(view, button);
      views.getChildren().add(button);
    }
    VBox title = new VBox(Nodes.label("VIEWS", "section-title"));
    title.getStyleClass().add("side-title");
    getChildren().addAll(profiles, title, views);
  }

  /** Marks the view that is open. */
  void mark(View view) {
    buttons.forEach((one, button) -> button.setSelected(one == view));
  }

  /** Marks none: something else is open. */
  void markNone() {
    group.selectToggle(null);
  }
}
