package dev.retort.lanes.drawing;

import dev.retort.graph.RevisionGraph;
import dev.retort.lanes.EdgeKind;
import dev.retort.lanes.LaneEdge;
import dev.retort.lanes.LaneLayout;
import dev.retort.lanes.LaneNode;
import dev.retort.revision.RevisionId;
import java.util.function.Function;

/**
 * A graph in Graphviz's language (graphviz.org/doc/info/lang.html). Edges lead from a revision to
 * the one that revises it, newest on top; each node's state is its {@code class}, which Graphviz
 * passes on to SVG, and its colour.
 */
public final class DotDrawing {
  private DotDrawing() {}

  /** The graph as a DOT file; lines end with a line feed. */
  public static String of(RevisionGraph graph, Function<RevisionId, RevisionState> states) {
    LaneLayout layout = LaneLayout.of(graph);
    Entries entries = new Entries(graph);
    StringBuilder dot = new StringBuilder("digraph revisions {\n  rankdir=BT;\n");
    dot.append("  node [shape=box, style=\"rounded,filled\", fontname=\"sans-serif\"];\n");
    for (LaneNode node : layout.nodes()) {
      appendNode(dot, entries.of(node.id(), states.apply(node.id())));
    }
    for (LaneEdge edge : layout.edges()) {
      dot.append("  ")
          .append(quoted(layout.nodes().get(edge.parentRow()).id().value()))
          .append(" -> ")
          .append(quoted(layout.nodes().get(edge.childRow()).id().value()))
          .append(style(edge.kind()))
          .append(";\n");
    }
    return dot.append("}\n").toString();
  }

  private static void appendNode(StringBuilder dot, TextRow.Entry entry) {
    StringBuilder label = new StringBuilder(entry.id().value());
    if (!entry.message().isEmpty()) {
      label.append('\n').append(entry.message());
    }
    if (!entry.tags().isEmpty()) {
      label.append('\n').append(entry.tags());
    }
    dot.append("  ")
        .append(quoted(entry.id().value()))
        .append(" [label=")
        .append(quoted(label.toString().replace("&", "&amp;")))
        .append(", class=\"")
        .append(entry.state().word())
        .append("\", fillcolor=\"")
        .append(fill(entry.state()))
        .append("\"];\n");
  }

  private static String fill(RevisionState state) {
    return switch (state) {
      case APPLIED -> "#d5e8f7";
      case CURRENT -> "#fbd9b5";
      case PENDING -> "#ffffff";
      case UNKNOWN -> "#f2f2f2";
    };
  }

  private static String style(EdgeKind kind) {
    return switch (kind) {
      case REVISES -> "";
      case MERGES -> " [class=\"merges\", arrowhead=empty]";
      case DEPENDS -> " [class=\"depends\", style=dashed]";
    };
  }

  /**
   * In a quoted string only the quote is special; in a label the backslash and entities are, too.
   */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
