package dev.retort.lanes.drawing;

import dev.retort.graph.RevisionGraph;
import dev.retort.lanes.LaneEdge;
import dev.retort.lanes.LaneNode;
import dev.retort.revision.RevisionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/**
 * A graph as SVG: the lanes as the client draws them, with text that can be searched and copied.
 * Each row is a group with the revision's state as its class, and its id.
 */
public final class SvgDrawing {
  private final Sheet sheet;
  private final Appendable out;

  private SvgDrawing(Sheet sheet, Appendable out) {
    this.sheet = sheet;
    this.out = out;
  }

  /** The graph as an SVG document; lines end with a line feed. */
  public static String of(RevisionGraph graph, Function<RevisionId, RevisionState> states) {
    StringBuilder text = new StringBuilder();
    try {
      new SvgDrawing(new Sheet(graph, states), text).draw();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void draw() throws IOException {
    out.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" font-family="system-ui, 'DejaVu Sans', sans-serif" font-size="13">
        <style>
        .id { font-family: ui-monospace, 'DejaVu Sans Mono', monospace; font-size: 12px; }
        .edge { fill: none; stroke-width: 2; } .depends { stroke-dasharray: 5 4; }
        .date, .state, .label { fill: #57606a; font-size: 12px; } .state { text-anchor: end; }
        .tag { fill: #0969da; font-size: 12px; }
        .pending .state { fill: #0969da; } .current .state { fill: #1a7f37; font-weight: bold; }
        text { fill: #1f2328; white-space: pre; }
        </style>
        <rect width="100%%" height="100%%" fill="#ffffff"/>
        """
            .formatted(sheet.width(), sheet.height()));
    for (LaneEdge edge : sheet.layout().edges()) {
      edge(edge);
    }
    for (LaneNode node : sheet.layout().nodes()) {
      row(node);
    }
    out.append("</svg>\n");
  }

  /** Down its lane, with a turn of a row's height where it leaves and where it arrives. */
  private void edge(LaneEdge edge) throws IOException {
    StringBuilder path = new StringBuilder();
    int x = sheet.x(edge.childColumn());
    int y = sheet.y(edge.childRow());
    path.append("M").append(x).append(' ').append(y);
    int column = edge.childColumn();
    for (int row : turns(edge)) {
      int to = edge.columnAt(row + 1);
      if (sheet.y(row) > y) {
        path.append(" V").append(sheet.y(row));
      }
      y = sheet.y(row + 1);
      int middle = sheet.y(row) + Sheet.ROW / 2;
      path.append(
          " C%d %d %d %d %d %d"
              .formatted(sheet.x(column), middle, sheet.x(to), middle, sheet.x(to), y));
      column = to;
    }
    if (y < sheet.y(edge.parentRow())) {
      path.append(" V").append(sheet.y(edge.parentRow()));
    }
    out.append("<path class=\"edge")
        .append(edge.dashed() ? " depends" : "")
        .append("\" stroke=\"")
        .append(Sheet.colour(edge.lane()))
        .append("\" d=\"")
        .append(path)
        .append("\"/>\n");
  }

  /** The rows below which an edge changes its column: the child's, and that before the parent's. */
  static int[] turns(LaneEdge edge) {
    int last = edge.parentRow() - 1;
    boolean first = edge.columnAt(edge.childRow() + 1) != edge.childColumn();
    boolean second =
        last > edge.childRow() && edge.columnAt(last) != edge.columnAt(edge.parentRow());
    return first && second
        ? new int[] {edge.childRow(), last}
        : first ? new int[] {edge.childRow()} : second ? new int[] {last} : new int[0];
  }

  private void row(LaneNode node) throws IOException {
    Sheet.Row row = sheet.row(node.row());
    int baseline = sheet.y(node.row()) + 4;
    out.append("<g class=\"").append(row.entry().state().word()).append("\" id=\"");
    out.append("r-").append(escaped(node.id().value())).append("\">");
    node(node, row.entry().state());
    text("id", sheet.idX(), baseline, escaped(node.id().value()));
    StringBuilder message = new StringBuilder(escaped(row.message()));
    if (row.entry().head()) {
      message.append("<tspan class=\"tag\">  head</tspan>");
    }
    if (row.entry().base()) {
      message.append("<tspan class=\"tag\">  base</tspan>");
    }
    for (String label : row.entry().labels()) {
      message.append("<tspan class=\"label\">  ").append(escaped(label)).append("</tspan>");
    }
    text("message", sheet.messageX(), baseline, message.toString());
    text("date", sheet.dateX(), baseline, escaped(row.date()));
    if (sheet.known()) {
      text("state", sheet.stateEnd(), baseline, row.entry().state().word());
    }
    out.append("</g>\n");
  }

  private void node(LaneNode node, RevisionState state) throws IOException {
    String colour = Sheet.colour(node.column());
    switch (state) {
      case APPLIED -> circle(node, 5, colour, "none");
      case PENDING -> circle(node, 4.5, "#ffffff", colour);
      case CURRENT -> {
        circle(node, 8, "#ffffff", colour);
        circle(node, 4.5, colour, "none");
      }
      case UNKNOWN -> circle(node, 4, colour, "#ffffff");
    }
  }

  private void circle(LaneNode node, double radius, String fill, String stroke) throws IOException {
    out.append(
        "<circle cx=\"%d\" cy=\"%d\" r=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>"
            .formatted(sheet.x(node.column()), sheet.y(node.row()), radius, fill, stroke));
  }

  private void text(String style, int x, int y, String content) throws IOException {
    if (!content.isEmpty()) {
      out.append("<text class=\"%s\" x=\"%d\" y=\"%d\">".formatted(style, x, y))
          .append(content)
          .append("</text>");
    }
  }

  /** What XML has no way to say at all is left out. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                  boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
                  if (c >= 0x20 && !surrogate && c != 0xFFFE && c != 0xFFFF) {
                    escaped.appendCodePoint(c);
                  }
                }
              }
            });
    return escaped.toString();
  }
}
