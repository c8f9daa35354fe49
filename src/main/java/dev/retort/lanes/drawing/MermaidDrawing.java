package dev.retort.lanes.drawing;

import dev.retort.graph.RevisionGraph;
import dev.retort.lanes.EdgeKind;
import dev.retort.lanes.LaneEdge;
import dev.retort.lanes.LaneLayout;
import dev.retort.lanes.LaneNode;
import dev.retort.revision.RevisionId;
import java.util.function.Function;

/**
 * A graph as a Mermaid flowchart, which GitHub and GitLab draw in Markdown. Edges lead from a
 * revision to the one that revises it, newest on top; each node's state is its class.
 */
public final class MermaidDrawing {
  private MermaidDrawing() {}

  /** The graph as Mermaid text; lines end with a line feed. */
  public static String of(RevisionGraph graph, Function<RevisionId, RevisionState> states) {
    LaneLayout layout = LaneLayout.of(graph);
    Entries entries = new Entries(graph);
    StringBuilder chart = new StringBuilder("flowchart BT\n");
    for (LaneNode node : layout.nodes()) {
      TextRow.Entry entry = entries.of(node.id(), states.apply(node.id()));
      chart
          .append("  ")
          .append(name(layout, node.row()))
          .append("[\"")
          .append(label(entry))
          .append("\"]:::")
          .append(entry.state().word())
          .append('\n');
    }
    for (LaneEdge edge : layout.edges()) {
      chart
          .append("  ")
          .append(name(layout, edge.parentRow()))
          .append(arrow(edge.kind()))
          .append(name(layout, edge.childRow()))
          .append('\n');
    }
    for (RevisionState state : RevisionState.values()) {
      chart
          .append("  classDef ")
          .append(state.word())
          .append(' ')
          .append(style(state))
          .append('\n');
    }
    return chart.toString();
  }

  /** Ids may hold anything, names may not; counted from the oldest, so that they stay. */
  private static String name(LaneLayout layout, int row) {
    return "r" + (layout.nodes().size() - 1 - row);
  }

  private static String label(TextRow.Entry entry) {
    StringBuilder label =
        new StringBuilder("<b>").append(escaped(entry.id().value())).append("</b>");
    if (!entry.message().isEmpty()) {
      label.append("<br/>").append(escaped(entry.message()));
    }
    if (!entry.tags().isEmpty()) {
      label.append("<br/>").append(escaped(entry.tags()));
    }
    return label.toString();
  }

  private static String arrow(EdgeKind kind) {
    return switch (kind) {
      case REVISES -> " --> ";
      case MERGES -> " ==> ";
      case DEPENDS -> " -.-> ";
    };
  }

  private static String style(RevisionState state) {
    return switch (state) {
      case APPLIED -> "fill:#d5e8f7,stroke:#0072b2,color:#1f2328";
      case CURRENT -> "fill:#fbd9b5,stroke:#d55e00,stroke-width:3px,color:#1f2328";
      case PENDING -> "fill:#ffffff,stroke:#0072b2,color:#1f2328";
      case UNKNOWN -> "fill:#f2f2f2,stroke:#8c959f,color:#1f2328";
    };
  }

  /**
   * Mermaid reads {@code #35;} as a character by its number; it is used for all that could mean
   * something.
   */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || " .,:()-_/'+".indexOf(c) >= 0) {
                escaped.appendCodePoint(c);
              } else {
                escaped.append('#').append(c).append(';');
              }
            });
    return escaped.toString();
  }
}
