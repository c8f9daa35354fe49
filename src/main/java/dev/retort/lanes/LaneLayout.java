package dev.retort.lanes;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.RevisionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A drawing of a revision graph in rows and columns, newest revision first. Immutable, and safe to
 * share between threads.
 *
 * <p>What can be relied on: a revision is above all that it revises and depends on; where nothing
 * else decides, revisions are in the order of their dates and, without dates, of their files. No
 * edge passes through a revision, and edges to different parents share no stretch of a column.
 * Adding a revision on top of a head puts a row on top and moves nothing else, in a graph of no
 * more than {@value LanePlacer#MOST_KEPT_HEADS} heads.
 */
public final class LaneLayout {
  private final List<LaneNode> nodes;
  private final EdgeIndex edges;
  private final int columns;
  private final Map<RevisionId, Integer> rows;

  LaneLayout(List<LaneNode> nodes, List<LaneEdge> edges) {
    this.nodes = List.copyOf(nodes);
    this.edges = new EdgeIndex(edges);
    this.rows = HashMap.newHashMap(nodes.size());
    int widest = -1;
    for (LaneNode node : this.nodes) {
      rows.put(node.id(), node.row());
      widest = Math.max(widest, node.column());
    }
    for (LaneEdge edge : edges) {
      widest = Math.max(widest, edge.lane());
    }
    this.columns = widest + 1;
  }

  /** Lays out a graph, in time that grows with the number of revisions and edges. */
  public static LaneLayout of(RevisionGraph graph) {
    return of(LaneInput.of(graph));
  }

  /** Lays out rows of which each id occurs once; as {@link #of(RevisionGraph)} does. */
  public static LaneLayout of(List<LaneInput> inputs) {
    Topology topology = Topology.of(inputs);
    return new LanePlacer(topology.inRows(RowOrder.oldestFirst(topology))).place();
  }

  /** The revisions, one a row, newest first. */
  public List<LaneNode> nodes() {
    return nodes;
  }

  /** Where a revision is; empty if the graph does not hold it. */
  public Optional<LaneNode> node(RevisionId id) {
    return Optional.ofNullable(rows.get(id)).map(nodes::get);
  }

  /** All edges, by the row of the child. */
  public List<LaneEdge> edges() {
    return edges.all();
  }

  /** How many columns the drawing has. */
  public int columns() {
    return columns;
  }

  /**
   * The edges that begin, end or pass anywhere from one row to another, both included: what has to
   * be painted when only these rows are seen. Costs about as much as there are such edges.
   */
  public List<LaneEdge> edgesIn(int firstRow, int lastRow) {
    return edges.in(firstRow, lastRow);
  }
}
