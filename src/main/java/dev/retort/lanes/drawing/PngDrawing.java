package dev.retort.lanes.drawing;

import dev.retort.graph.RevisionGraph;
import dev.retort.lanes.LaneEdge;
import dev.retort.lanes.LaneNode;
import dev.retort.revision.RevisionId;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

/**
 * A graph as a PNG picture, painted and written a band of rows at a time, so that a long graph
 * needs no more memory than a short one. Works without a display, as long as there is a font.
 */
public final class PngDrawing {
  private static final int BAND = 64;
  private static final int MANY = 2000;
  private static final Color INK = Color.decode("#1f2328");
  private static final Color MUTED = Color.decode("#57606a");
  private static final Color ACCENT = Color.decode("#0969da");
  private static final Color SUCCESS = Color.decode("#1a7f37");
  private static final float[] DASHES = {5, 4};

  private final Sheet sheet;
  private final Font plain = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  private final Font mono = new Font(Font.MONOSPACED, Font.PLAIN, 12);

  private PngDrawing(Sheet sheet) {
    this.sheet = sheet;
  }

  /** Writes the picture: two pixels a point, or one where there are thousands of revisions. */
  public static void write(
      RevisionGraph graph, Function<RevisionId, RevisionState> states, OutputStream out)
      throws IOException {
    Sheet sheet = new Sheet(graph, states);
    new PngDrawing(sheet).write(sheet.rows() > MANY ? 1 : 2, out);
  }

  private void write(int scale, OutputStream out) throws IOException {
    int width = sheet.width() * scale;
    int height = sheet.height() * scale;
    try (PngWriter png = new PngWriter(out, width, height)) {
      int band = BAND * Sheet.ROW;
      for (int top = 0; top < sheet.height(); top += band) {
        int rows = Math.min(band, sheet.height() - top);
        BufferedImage image = new BufferedImage(width, rows * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D area = image.createGraphics();
        try {
          area.setColor(Color.WHITE);
          area.fillRect(0, 0, width, rows * scale);
          area.scale(scale, scale);
          area.translate(0, -top);
          area.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
          area.setRenderingHint(
              RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
          area.setRenderingHint(
              RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
          paint(area, top, top + rows);
        } finally {
          area.dispose();
        }
        png.rows(image);
      }
    }
  }

  private void paint(Graphics2D area, int top, int bottom) {
    int first = Math.max(0, (top - Sheet.MARGIN) / Sheet.ROW - 1);
    int last = Math.min(sheet.rows() - 1, (bottom - Sheet.MARGIN) / Sheet.ROW + 1);
    if (first > last) {
      return;
    }
    for (LaneEdge edge : sheet.layout().edgesIn(first, last)) {
      edge(area, edge, first, last);
    }
    for (LaneNode node : sheet.layout().nodes().subList(first, last + 1)) {
      node(area, node);
      text(area, node);
    }
  }

  /** The part of an edge that is near the band: one may be longer than all of the picture else. */
  private void edge(Graphics2D area, LaneEdge edge, int first, int last) {
    Path2D path = new Path2D.Double();
    int from = Math.max(edge.childRow(), first - 1);
    int to = Math.min(edge.parentRow(), last + 1);
    if (edge.dashed()) {
      // Dashes are counted from the edge's beginning, and so go on from band to band.
      from = edge.childRow();
    }
    path.moveTo(sheet.x(edge.columnAt(from)), sheet.y(from));
    for (int row = from; row < to; row++) {
      int x = sheet.x(edge.columnAt(row));
      int next = sheet.x(edge.columnAt(row + 1));
      if (x == next) {
        if (row + 1 == to || sheet.x(edge.columnAt(row + 2)) != x) {
          path.lineTo(x, sheet.y(row + 1));
        }
      } else {
        int middle = sheet.y(row) + Sheet.ROW / 2;
        path.curveTo(x, middle, next, middle, next, sheet.y(row + 1));
      }
    }
    area.setColor(Color.decode(Sheet.colour(edge.lane())));
    area.setStroke(
        edge.dashed()
            ? new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, DASHES, 0)
            : new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    area.draw(path);
  }

  private void node(Graphics2D area, LaneNode node) {
    Color colour = Color.decode(Sheet.colour(node.column()));
    switch (sheet.row(node.row()).entry().state()) {
      case APPLIED -> disc(area, node, 6, colour);
      case PENDING -> {
        disc(area, node, 5.5, colour);
        disc(area, node, 3.5, Color.WHITE);
      }
      case CURRENT -> {
        disc(area, node, 9, colour);
        disc(area, node, 7, Color.WHITE);
        disc(area, node, 4.5, colour);
      }
      case UNKNOWN -> {
        disc(area, node, 5, Color.WHITE);
        disc(area, node, 3.5, colour);
      }
    }
  }

  private void disc(Graphics2D area, LaneNode node, double radius, Color colour) {
    area.setColor(colour);
    area.fill(
        new Ellipse2D.Double(
            sheet.x(node.column()) - radius, sheet.y(node.row()) - radius, 2 * radius, 2 * radius));
  }

  private void text(Graphics2D area, LaneNode node) {
    Sheet.Row row = sheet.row(node.row());
    int y = sheet.y(node.row()) + 4;
    area.setFont(mono);
    area.setColor(INK);
    area.drawString(node.id().value(), sheet.idX(), y);
    area.setFont(plain);
    int x = sheet.messageX();
    if (!row.message().isEmpty()) {
      area.drawString(row.message(), x, y);
      x += area.getFontMetrics().stringWidth(row.message()) + 10;
    }
    List<String> tags =
        row.entry().head()
            ? (row.entry().base() ? List.of("head", "base") : List.of("head"))
            : row.entry().base() ? List.of("base") : List.of();
    x = tags(area, tags, ACCENT, x, y);
    tags(area, row.entry().labels(), MUTED, x, y);
    area.setColor(MUTED);
    area.drawString(row.date(), sheet.dateX(), y);
    if (sheet.known()) {
      RevisionState state = row.entry().state();
      area.setColor(
          switch (state) {
            case PENDING -> ACCENT;
            case CURRENT -> SUCCESS;
            case APPLIED, UNKNOWN -> MUTED;
          });
      int width = area.getFontMetrics().stringWidth(state.word());
      area.drawString(state.word(), sheet.stateEnd() - width, y);
    }
  }

  private static int tags(Graphics2D area, List<String> tags, Color colour, int x, int y) {
    int at = x;
    area.setColor(colour);
    for (String tag : tags) {
      area.drawString(tag, at, y);
      at += area.getFontMetrics().stringWidth(tag) + 10;
    }
    return at;
  }
}
