package dev.retort.lanes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gives each node a column and each edge a lane, going up from the oldest row once.
 *
 * <p>A node that is placed takes its column up to its heir, and one lane for its other children up
 * to the newest of them. A dependency's lane is looked for last, when its upper end is reached: it
 * takes a column that nobody has wanted since its lower end, or goes on in the lane of another
 * dependency on the same node. So dependencies never move a revision.
 *
 * <p>A head keeps its column to the top, for the revision that will one day be added to it, unless
 * there are more than {@value #MOST_KEPT_HEADS} heads: so many are not a project that somebody
 * works on, and would make the drawing too wide to read.
 */
final class LanePlacer {
  static final int MOST_KEPT_HEADS = 12;
  private static final int NONE = -1;

  private final Topology topology;
  private final Forks forks;
  private final boolean headsKeepColumns;
  private final Columns columns = new Columns();
  private final int[] column;
  private final int[] sideLane;
  private final int[] dependencyLane;
  private final int[] dependencyLaneEnd;
  private final List<LaneEdge> edges = new ArrayList<>();

  /** Nodes of the topology are numbered by row, oldest first. */
  LanePlacer(Topology topology) {
    this.topology = topology;
    this.forks = new Forks(topology);
    this.column = new int[topology.size()];
    this.sideLane = new int[topology.size()];
    this.dependencyLane = new int[topology.size()];
    this.dependencyLaneEnd = new int[topology.size()];
    Arrays.fill(dependencyLane, NONE);
    int heads = 0;
    for (int node = 0; node < topology.size(); node++) {
      heads += forks.isHead(node) ? 1 : 0;
    }
    this.headsKeepColumns = heads <= MOST_KEPT_HEADS;
  }

  LaneLayout place() {
    int size = topology.size();
    for (int node = 0; node < size; node++) {
      column[node] = columnOf(node);
      columns.take(column[node], endOfColumn(node));
      takeSideLane(node);
      drawEdges(node);
    }
    List<LaneNode> nodes = new ArrayList<>(size);
    for (int node = size - 1; node >= 0; node--) {
      nodes.add(new LaneNode(topology.id(node), size - 1 - node, column[node]));
    }
    return new LaneLayout(nodes, edges);
  }

  private int columnOf(int node) {
    int[] parents = topology.parents(node);
    if (parents.length > 0 && forks.heir(parents[0]) == node) {
      return column[parents[0]];
    }
    int leftmost = Integer.MAX_VALUE;
    for (int parent : parents) {
      if (forks.heir(parent) == node) {
        leftmost = Math.min(leftmost, column[parent]);
      }
    }
    if (leftmost < Integer.MAX_VALUE) {
      return leftmost;
    }
    for (int parent : parents) {
      if (forks.newestOther(parent) == node) {
        return sideLane[parent];
      }
    }
    // The row below stays empty as well, or the node would seem to stand on what is there.
    return columns.leftmostFreeAfter(node - 2);
  }

  private int endOfColumn(int node) {
    if (forks.isHead(node)) {
      return headsKeepColumns ? Columns.FOR_EVER : node;
    }
    return Math.max(node, forks.heir(node) - 1);
  }

  /** The lane may not have been taken in the node's own row: what ends there turns just above. */
  private void takeSideLane(int node) {
    int newest = forks.newestOther(node);
    if (newest >= 0) {
      sideLane[node] = columns.leftmostFreeAfter(node - 1);
      columns.take(sideLane[node], newest - 1);
    }
  }

  private void drawEdges(int node) {
    int[] parents = topology.parents(node);
    for (int i = 0; i < parents.length; i++) {
      int parent = parents[i];
      int lane = forks.heir(parent) == node ? column[parent] : sideLane[parent];
      edges.add(edge(i == 0 ? EdgeKind.REVISES : EdgeKind.MERGES, node, lane, parent));
    }
    for (int dependency : topology.dependencies(node)) {
      edges.add(edge(EdgeKind.DEPENDS, node, dependencyLane(node, dependency), dependency));
    }
  }

  private int dependencyLane(int node, int dependency) {
    if (dependency == node - 1) {
      return column[node];
    }
    int lane = dependencyLane[dependency];
    if (lane == NONE || columns.end(lane) != dependencyLaneEnd[dependency]) {
      lane = columns.leftmostFreeAfter(dependency - 1);
    }
    columns.take(lane, node - 1);
    dependencyLane[dependency] = lane;
    dependencyLaneEnd[dependency] = node - 1;
    return lane;
  }

  private LaneEdge edge(EdgeKind kind, int node, int lane, int parent) {
    int last = topology.size() - 1;
    return new LaneEdge(kind, last - node, column[node], lane, last - parent, column[parent]);
  }
}
