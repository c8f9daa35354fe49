package dev.retort.ui.graph.paint;

import dev.retort.ui.graph.picture.GhostRow;
import dev.retort.ui.graph.picture.GraphRow;
import dev.retort.ui.graph.picture.NodeState;
import dev.retort.ui.graph.picture.RevisionRow;
import dev.retort.ui.graph.picture.RunRow;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;

/**
 * Paints the shape of a row: filled where applied, hollow where pending, ringed where current,
 * broken where missing; a small dot where nothing is known, three where rows are folded. A square
 * around it says that the second database is there.
 */
final class NodePainter {
  private NodePainter() {}

  static void paint(GraphicsContext area, Ink ink, int row, Color background) {
    GraphRow what = ink.picture().rows().get(row);
    int column = ink.picture().column(row);
    double x = ink.x(column);
    double y = ink.height() / 2;
    double radius = ink.radius();
    Color colour = ink.palette().lane(column);
    area.setLineWidth(2);
    if (ink.dims(row)) {
      // A hollow node hides the lines behind it, however pale it is itself.
      colour = background.interpolate(colour, ink.palette().dim());
    }
    boolean other = what.otherState().filter(state -> state == NodeState.CURRENT).isPresent();
    if (other) {
      square(area, x, y, radius * 1.8, ink.palette().muted(), background);
    }
    switch (what) {
      case GhostRow ghost -> broken(area, x, y, radius * 1.2, ink.palette().missing(), background);
      case RunRow run -> dots(area, x, y, radius, colour, background);
      case RevisionRow revision ->
          revision(area, revision.state(), x, y, radius, colour, background);
    }
  }

  private static void revision(
      GraphicsContext area,
      NodeState state,
      double x,
      double y,
      double radius,
      Color colour,
      Color background) {
    switch (state) {
      case APPLIED -> disc(area, x, y, radius, colour);
      case PENDING -> {
        disc(area, x, y, radius + 1, background);
        ring(area, x, y, radius - 0.5, colour);
      }
      case CURRENT -> {
        disc(area, x, y, radius * 1.65 + 1, background);
        ring(area, x, y, radius * 1.65, colour);
        disc(area, x, y, radius * 0.95, colour);
      }
      case UNKNOWN, UNCERTAIN, MISSING -> {
        disc(area, x, y, radius, background);
        disc(area, x, y, radius * 0.65, colour);
      }
    }
  }

  private static void disc(GraphicsContext area, double x, double y, double radius, Color colour) {
    area.setFill(colour);
    area.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private static void ring(GraphicsContext area, double x, double y, double radius, Color colour) {
    area.setStroke(colour);
    area.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private static void square(
      GraphicsContext area, double x, double y, double half, Color colour, Color background) {
    area.setFill(background);
    area.fillRoundRect(x - half, y - half, 2 * half, 2 * half, 4, 4);
    area.setStroke(colour);
    area.setLineWidth(1.5);
    area.strokeRoundRect(x - half, y - half, 2 * half, 2 * half, 4, 4);
    area.setLineWidth(2);
  }

  private static void broken(
      GraphicsContext area, double x, double y, double radius, Color colour, Color background) {
    disc(area, x, y, radius + 1, background);
    area.setStroke(colour);
    for (int start = 20; start < 360; start += 90) {
      area.strokeArc(x - radius, y - radius, 2 * radius, 2 * radius, start, 50, ArcType.OPEN);
    }
    double arm = radius * 0.35;
    area.strokeLine(x - arm, y - arm, x + arm, y + arm);
    area.strokeLine(x - arm, y + arm, x + arm, y - arm);
  }

  private static void dots(
      GraphicsContext area, double x, double y, double radius, Color colour, Color background) {
    area.setFill(background);
    area.fillRect(x - radius, y - radius * 1.9, 2 * radius, radius * 3.8);
    for (int i = -1; i <= 1; i++) {
      disc(area, x, y + i * radius * 1.25, radius * 0.4, colour);
    }
  }
}
