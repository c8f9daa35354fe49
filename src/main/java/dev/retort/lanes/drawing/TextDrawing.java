package dev.retort.lanes.drawing;

import dev.retort.graph.RevisionGraph;
import dev.retort.lanes.LaneEdge;
import dev.retort.lanes.LaneLayout;
import dev.retort.lanes.LaneNode;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A graph as lines of text, newest revision first: one line a revision, and lines that connect only
 * where an edge changes its column. Dependencies are dotted; where lines cross without meeting, the
 * vertical one is on top.
 */
public final class TextDrawing {
  private static final int WIDEST_MARGIN = 24;

  private final List<TextRow> rows;

  private TextDrawing(List<TextRow> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * Draws a graph.
   *
   * @param states the state of each revision of the graph
   */
  public static TextDrawing of(
      RevisionGraph graph, Function<RevisionId, RevisionState> states, LineArt art) {
    LaneLayout layout = LaneLayout.of(graph);
    Entries entries = new Entries(graph);
    List<TextRow> rows = new ArrayList<>();
    OpenEdges open = new OpenEdges(layout.edges());
    for (LaneNode node : layout.nodes()) {
      TextRow.Entry entry = entries.of(node.id(), states.apply(node.id()));
      CellRow here = revisionRow(node, art.mark(entry.state()), open.passing(node.row()));
      rows.add(new TextRow(here.text(art), Optional.of(entry)));
      for (CellRow cells : new Gap(node.row(), open.below(node.row())).rows()) {
        rows.add(new TextRow(cells.text(art), Optional.empty()));
      }
    }
    return new TextDrawing(rows);
  }

  private static CellRow revisionRow(LaneNode node, char mark, List<LaneEdge> passing) {
    CellRow cells = new CellRow();
    for (LaneEdge edge : passing) {
      cells.pass(edge.columnAt(node.row()), Line.of(edge.dashed()));
    }
    cells.mark(node.column(), mark);
    return cells;
  }

  /** The lines, in parts. */
  public List<TextRow> rows() {
    return rows;
  }

  /** How far the lanes reach, in characters; texts can be aligned to it unless it is very wide. */
  public int margin() {
    int widest = rows.stream().mapToInt(row -> row.lanes().length()).max().orElse(0);
    return Math.min(widest, WIDEST_MARGIN);
  }

  /** The drawing as plain text; every line ends with a line feed. */
  public String text() {
    int margin = margin();
    int idWidth =
        rows.stream()
            .flatMap(row -> row.revision().stream())
            .mapToInt(entry -> entry.id().value().length())
            .max()
            .orElse(0);
    StringBuilder text = new StringBuilder();
    for (TextRow row : rows) {
      StringBuilder line = new StringBuilder(row.lanes());
      row.revision()
          .ifPresent(
              entry -> {
                pad(line, margin).append("  ");
                pad(line.append(entry.id()), line.length() + idWidth - entry.id().value().length());
                line.append("  ").append(entry.message()).append(' ').append(entry.tags());
              });
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static StringBuilder pad(StringBuilder line, int width) {
    return line.append(" ".repeat(Math.max(0, width - line.length())));
  }
}
