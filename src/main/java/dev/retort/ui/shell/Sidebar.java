package dev.retort.ui.shell;

import dev.retort.ui.profile.ProfilesPane;
import dev.retort.ui.widget.Nodes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The left edge of the window: the profiles, and the views of the project. */
final class Sidebar extends VBox {
  /** A window that is narrower than this needs its room for the revisions. */
  private static final double NARROW = 960;

  private static final double WIDE = 192;
  private static final double COMPACT = 72;

  private final ToggleGroup group = new ToggleGroup();
  private final Map<View, ToggleButton> buttons = new LinkedHashMap<>();

  private final ProfilesPane profiles;
  private final Label title = Nodes.label("VIEWS", "section-title");

  Sidebar(ProfilesPane profiles, Consumer<View> open) {
    this.profiles = profiles;
    getStyleClass().add("sidebar");
    VBox views = new VBox(2);
    views.getStyleClass().add("views");
    for (View view : View.values()) {
      ToggleButton button = new ToggleButton(view.words(), new FontIcon(view.icon()));
      button.setId("view-" + view.name().toLowerCase(java.util.Locale.ROOT));
      button.setAccessibleText(view.words());
      button.setTooltip(new Tooltip(view.words() + " (Ctrl-" + view.key().getName() + ")"));
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
    VBox heading = new VBox(title);
    heading.getStyleClass().add("side-title");
    getChildren().addAll(profiles, heading, views);
    sceneProperty()
        .flatMap(Scene::widthProperty)
        .subscribe(width -> compact(width != null && width.doubleValue() < NARROW));
  }

  private void compact(boolean narrow) {
    profiles.compact(narrow);
    title.setText(narrow ? "" : "VIEWS");
    setMinWidth(narrow ? COMPACT : WIDE);
    setPrefWidth(narrow ? COMPACT : WIDE);
    setMaxWidth(narrow ? COMPACT : WIDE);
    buttons
        .values()
        .forEach(
            button ->
                button.setContentDisplay(
                    narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
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
