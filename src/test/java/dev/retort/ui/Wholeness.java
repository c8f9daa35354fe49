package dev.retort.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * What can be said of a picture without eyes: nothing sticks out of what it is in, no two things in
 * a row or a column lie over each other, and no words are cut where there would be room for them.
 */
public final class Wholeness {
  /** Rounding to whole pixels. */
  private static final double SLACK = 1.5;

  private final List<String> flaws = new ArrayList<>();

  private Wholeness() {}

  /** The flaws of a scene, in words; empty if there are none. */
  public static List<String> flaws(Scene scene) {
    Wholeness wholeness = new Wholeness();
    wholeness.look(scene.getRoot());
    return wholeness.flaws;
  }

  private void look(Parent parent) {
    if (scrolls(parent)) {
      return;
    }
    boolean inLine = parent instanceof HBox || parent instanceof VBox;
    Bounds before = null;
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (!child.isVisible() || !child.isManaged() || !(child instanceof Region region)) {
        continue;
      }
      Bounds bounds = region.getBoundsInParent();
      if (parent instanceof Region around
          && (bounds.getMinX() < -SLACK
              || bounds.getMinY() < -SLACK
              || bounds.getMaxX() > around.getWidth() + SLACK
              || bounds.getMaxY() > around.getHeight() + SLACK)) {
        flaws.add(name(child) + " sticks out of " + name(parent) + ": " + size(bounds, around));
      }
      if (inLine && before != null && overlaps(parent, before, bounds)) {
        flaws.add(name(child) + " lies over its neighbour in " + name(parent));
      }
      before = bounds;
      words(child);
      look(region);
    }
  }

  /** What scrolls may be larger than what it is in. */
  private static boolean scrolls(Parent parent) {
    return parent instanceof ScrollPane
        || parent instanceof ListView
        || parent instanceof TabPane
        || parent.getStyleClass().contains("sql-view")
        || parent.getStyleClass().contains("table-view")
        || parent.getStyleClass().contains("text-input");
  }

  private static boolean overlaps(Parent parent, Bounds before, Bounds now) {
    return parent instanceof HBox
        ? now.getMinX() < before.getMaxX() - SLACK
        : now.getMinY() < before.getMaxY() - SLACK;
  }

  /** A button's words are never cut; a label's only where there is no room for them. */
  private void words(Node node) {
    if (node instanceof Button button && !button.getText().isEmpty()) {
      if (button.getWidth() < button.prefWidth(-1) - SLACK) {
        flaws.add(name(node) + " is cut off");
      }
    } else if (node instanceof Label label
        && !label.isWrapText()
        && label.getParent() instanceof HBox box
        && label.getWidth() < label.prefWidth(-1) - SLACK
        && free(box) > label.prefWidth(-1) - label.getWidth()) {
      flaws.add(name(node) + " is cut off beside empty room: " + label.getText());
    }
  }

  /** The width in a row that only spacers take. */
  private static double free(HBox box) {
    return box.getChildren().stream()
        .filter(
            child ->
                child.isManaged()
                    && child.getClass().equals(Region.class)
                    && ((Region) child).getChildrenUnmodifiable().isEmpty())
        .mapToDouble(child -> ((Region) child).getWidth())
        .sum();
  }

  private static String name(Node node) {
    return node.getClass().getSimpleName()
        + (node.getId() == null ? "" : "#" + node.getId())
        + node.getStyleClass();
  }

  private static String size(Bounds inner, Region outer) {
    return "%.0f..%.0f x %.0f..%.0f in %.0f x %.0f"
        .formatted(
            inner.getMinX(),
            inner.getMaxX(),
            inner.getMinY(),
            inner.getMaxY(),
            outer.getWidth(),
            outer.getHeight());
  }
}
