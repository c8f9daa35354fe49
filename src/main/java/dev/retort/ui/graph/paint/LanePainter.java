package dev.retort.ui.graph.paint;

import dev.retort.lanes.LaneEdge;
import dev.retort.ui.graph.picture.Difference;
import dev.retort.ui.graph.picture.GhostRow;
import dev.retort.ui.graph.picture.GraphRow;
import dev.retort.ui.graph.picture.NodeState;
import dev.retort.ui.graph.picture.Picture;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/**
 * Paints the lanes of one row. A line that turns does so between two rows, so each of the two
 * paints the half of the turn that falls to it, and the canvas cuts off the rest.
 */
public final class LanePainter {
  private static final double HALO = 0.3;

  private LanePainter() {}

  /**
   * Paints a row on an area that is cleared first.
   *
   * @param background what the row stands on, to show through hollow nodes
   */
  public static void paint(GraphicsContext area, Ink ink, int row, double width, Color background) {
    area.clearRect(0, 0, width, ink.height());
    List<LaneEdge> edges = ink.picture().edges(row);
    halo(area, ink, row, edges);
    for (boolean onPath : new boolean[] {false, true}) {
      for (LaneEdge edge : edges) {
        if (ink.path().get(edge.childRow()) == onPath) {
          edge(area, ink, row, edge);
        }
      }
    }
    area.setGlobalAlpha(1);
    area.setLineDashes((double[]) null);
    NodePainter.paint(area, ink, row, background);
    area.setGlobalAlpha(1);
  }

  /** What only one of two databases has stands out as one stretch. */
  private static void halo(GraphicsContext area, Ink ink, int row, List<LaneEdge> edges) {
    area.setGlobalAlpha(HALO);
    area.setLineDashes((double[]) null);
    area.setLineCap(StrokeLineCap.BUTT);
    area.setStroke(ink.palette().muted());
    area.setLineWidth(Math.min(10, ink.pitch() * 0.7));
    for (LaneEdge edge : edges) {
      Difference upper = ink.picture().rows().get(edge.childRow()).difference();
      if (upper != Difference.NONE && !edge.dashed()) {
        stroke(area, ink, row, edge);
      }
    }
    area.setGlobalAlpha(1);
  }

  private static void edge(GraphicsContext area, Ink ink, int row, LaneEdge edge) {
    Picture picture = ink.picture();
    GraphRow child = picture.rows().get(edge.childRow());
    boolean ghost = child instanceof GhostRow;
    boolean path = ink.path().get(edge.childRow());
    boolean pending = child.state() == NodeState.PENDING;
    boolean dim = ink.dims(edge.childRow()) || ink.dims(edge.parentRow());
    area.setStroke(ghost ? ink.palette().missing() : ink.palette().lane(edge.lane()));
    area.setGlobalAlpha(dim ? ink.palette().dim() : pending && !path ? 0.75 : 1);
    area.setLineWidth(path ? 3 : pending ? 1.5 : 2.25);
    area.setLineCap(StrokeLineCap.BUTT);
    if (ghost || picture.skips(edge)) {
      area.setLineDashes(2, 4);
    } else if (edge.dashed()) {
      area.setLineDashes(5, 4);
    } else {
      area.setLineDashes((double[]) null);
    }
    stroke(area, ink, row, edge);
  }

  private static void stroke(GraphicsContext area, Ink ink, int row, LaneEdge edge) {
    if (edge.childRow() < row) {
      stroke(area, ink, row, edge.columnAt(row - 1), edge.columnAt(row), -ink.height() / 2);
    }
    if (edge.parentRow() > row) {
      stroke(area, ink, row, edge.columnAt(row), edge.columnAt(row + 1), ink.height() / 2);
    }
  }

  private static void stroke(
      GraphicsContext area, Ink ink, int row, int upperColumn, int lowerColumn, double top) {
    double upper = ink.x(upperColumn);
    double lower = ink.x(lowerColumn);
    double bottom = top + ink.height();
    // Dashes go on from row to row: both patterns fit evenly into 18 pixels.
    area.setLineDashOffset((row * ink.height() + Math.max(0, top)) % 18);
    if (upperColumn == lowerColumn) {
      area.strokeLine(upper, Math.max(0, top), upper, Math.min(ink.height(), bottom));
      return;
    }
    area.setLineDashOffset((row * ink.height() + top) % 18);
    double middle = (top + bottom) / 2;
    area.beginPath();
    area.moveTo(upper, top);
    area.bezierCurveTo(upper, middle, lower, middle, lower, bottom);
    area.stroke();
  }
}
