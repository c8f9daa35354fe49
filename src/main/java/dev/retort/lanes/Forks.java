package dev.retort.lanes;

/**
 * Decides, for each node, who goes on in its column. Where several revise it, the first choice is
 * one whose first parent it is, before a merge; then one that opens no labelled branch, since a
 * label says that the branch leaves the main line; then the oldest. Only what is at the fork
 * counts, never how long a branch becomes, so that nothing moves when a branch grows.
 *
 * <p>The others share one lane beside it, up to the newest of them.
 */
final class Forks {
  private static final int NONE = -1;

  private final int[] heirs;
  private final int[] newestOthers;

  /** Nodes are numbered by row, oldest first. */
  Forks(Topology topology) {
    heirs = new int[topology.size()];
    newestOthers = new int[topology.size()];
    int[][] children = topology.children();
    for (int node = 0; node < topology.size(); node++) {
      heirs[node] = heir(topology, node, children[node]);
      newestOthers[node] = newestOther(children[node], heirs[node]);
    }
  }

  private static int heir(Topology topology, int node, int[] children) {
    int best = NONE;
    int bestRank = Integer.MAX_VALUE;
    for (int child : children) {
      int rank = topology.parents(child)[0] != node ? 2 : topology.opensBranch(child) ? 1 : 0;
      if (rank < bestRank) {
        best = child;
        bestRank = rank;
      }
    }
    return best;
  }

  private static int newestOther(int[] children, int heir) {
    for (int i = children.length - 1; i >= 0; i--) {
      if (children[i] != heir) {
        return children[i];
      }
    }
    return NONE;
  }

  /** Whether nothing revises it. */
  boolean isHead(int node) {
    return heirs[node] == NONE;
  }

  /** The child whose edge goes on in the node's column; negative for a head. */
  int heir(int node) {
    return heirs[node];
  }

  /** The newest child that is not the heir; negative where there is none. */
  int newestOther(int node) {
    return newestOthers[node];
  }
}
