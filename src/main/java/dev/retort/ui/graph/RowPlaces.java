package dev.retort.ui.graph;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Node;

/**
 * Puts the nodes of a row where they belong, in the middle of its height. Measuring text is most of
 * what a row costs, and a node is as high in one row as in any other, so that is measured once.
 */
final class RowPlaces {
  private final GraphLook look;
  private final Map<Node, Double> heights = new HashMap<>();
  private double measuredAt;

  RowPlaces(GraphLook look) {
    this.look = look;
  }

  /** Puts a node into a row that is so high. */
  void place(Node node, double x, double width, double height) {
    double own = Math.min(height, heightOf(node));
    if (node.isResizable()) {
      node.resizeRelocate(Math.rint(x), Math.rint((height - own) / 2), Math.ceil(width), own);
    } else {
      node.relocate(Math.rint(x), Math.rint((height - own) / 2));
    }
  }

  private double heightOf(Node node) {
    double zoom = look.geometry().zoomProperty().get();
    if (zoom != measuredAt) {
      heights.clear();
      measuredAt = zoom;
    }
    Double known = heights.get(node);
    if (known != null) {
      return known;
    }
    double height = node.prefHeight(-1);
    if (height > 1) {
      heights.put(node, height);
    }
    return height;
  }
}
