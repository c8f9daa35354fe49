package dev.retort.graph;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * Finds cycles: first as Alembic does ({@code RevisionMap._detect_cycles}: what cannot be reached
 * both from the heads and from the bases), then those it misses and would walk for ever.
 */
final class CycleCheck {
  private final GraphBuilder graph;
  private final List<Node> realBases;

  CycleCheck(GraphBuilder graph, List<Node> realBases) {
    this.graph = graph;
    this.realBases = realBases;
  }

  void run() {
    if (graph.ids.isEmpty()) {
      return;
    }
    if (graph.all.size() == graph.ids.size()
        && leftOver(Node::allDown, node -> node.allChildren).isEmpty()) {
      // Without a cycle of any kind, everything is between a base and a head.
      return;
    }
    boolean found =
        check("Cycle is", graph.heads, graph.bases, node -> node.down, node -> node.children)
            || check(
                "Dependency cycle is",
                graph.realHeads,
                realBases,
                Node::allDown,
                node -> node.allChildren)
            || leftOver("Cycle is", node -> node.down, node -> node.children)
            || leftOver("Dependency cycle is", Node::allDown, node -> node.allChildren);
    assert found || graph.problems.stream().noneMatch(GraphBuilder::isError);
  }

  private boolean check(
      String words,
      Collection<Node> heads,
      Collection<Node> bases,
      Function<Node, List<Node>> down,
      Function<Node, List<Node>> up) {
    if (heads.isEmpty() || bases.isEmpty()) {
      return report(words, graph.ids.keySet().stream().toList());
    }
    BitSet reached = Walks.reachSet(known(heads), down);
    reached.and(Walks.reachSet(known(bases), up));
    List<String> lost =
        graph.ids.values().stream()
            .filter(node -> !reached.get(node.index))
            .map(Node::id)
            .sorted()
            .toList();
    return !lost.isEmpty() && report(words, lost);
  }

  /** The nodes that the map has under these ids: of two with one id, the later. */
  private List<Node> known(Collection<Node> nodes) {
    return nodes.stream()
        .map(node -> java.util.Objects.requireNonNull(graph.ids.get(node.id())))
        .toList();
  }

  private boolean leftOver(
      String words, Function<Node, List<Node>> down, Function<Node, List<Node>> up) {
    List<String> lost = leftOver(down, up);
    return !lost.isEmpty() && report(words, lost);
  }

  /**
   * Takes away what has nothing below it until nothing more can be taken; what is left turns in
   * circles.
   */
  private List<String> leftOver(Function<Node, List<Node>> down, Function<Node, List<Node>> up) {
    int[] below = new int[graph.all.size()];
    Deque<Node> free = new ArrayDeque<>();
    for (Node node : graph.ids.values()) {
      below[node.index] = down.apply(node).size();
      if (below[node.index] == 0) {
        free.add(node);
      }
    }
    BitSet taken = new BitSet();
    while (!free.isEmpty()) {
      Node node = free.pop();
      taken.set(node.index);
      for (Node child : up.apply(node)) {
        if (--below[child.index] == 0) {
          free.add(child);
        }
      }
    }
    return graph.ids.values().stream()
        .filter(node -> !taken.get(node.index))
        .map(Node::id)
        .sorted()
        .toList();
  }

  private boolean report(String words, List<String> ids) {
    graph.error(
        "cycle",
        words + " detected in revisions (" + String.join(", ", ids) + ")",
        "Follow the Revises and Depends On lines of these files; one of them points the wrong way.",
        java.util.Objects.requireNonNull(graph.ids.get(ids.getFirst())));
    return true;
  }
}
