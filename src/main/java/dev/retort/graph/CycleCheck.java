package dev.retort.graph;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reports cycles: in Alembic's words where it finds them ({@code RevisionMap._detect_cycles}: what
 * cannot be reached both from the heads and from the bases), and also those that it misses and
 * would then walk for ever.
 */
final class CycleCheck {
  private static final int SHOWN = 8;

  private final GraphBuilder graph;
  private final Collection<Node> nodes;
  private final List<Node> realBases;

  CycleCheck(GraphBuilder graph, List<Node> realBases) {
    this.graph = graph;
    this.nodes = graph.ids.values();
    this.realBases = realBases;
  }

  void run() {
    // With a parent missing, what stands on it cannot be reached from any base: that is no cycle.
    boolean whole = graph.problems.stream().noneMatch(GraphBuilder::isError);
    Cycles cycles = Cycles.find(nodes, node -> node.down, node -> node.children);
    if (!cycles.circles().isEmpty()) {
      report("Cycle is", "revises", cycles, whole ? lostByDown() : List.of());
      return;
    }
    cycles = Cycles.find(nodes, Node::allDown, node -> node.allChildren);
    if (!cycles.circles().isEmpty()) {
      report("Dependency cycle is", "needs", cycles, whole ? lostByAll() : List.of());
    }
  }

  private List<String> lostByDown() {
    return lost(graph.heads, graph.bases, node -> node.down, node -> node.children);
  }

  private List<String> lostByAll() {
    return lost(graph.realHeads, realBases, Node::allDown, node -> node.allChildren);
  }

  /** What Alembic would name; empty if it would not notice. */
  private List<String> lost(
      Collection<Node> heads,
      Collection<Node> bases,
      Function<Node, List<Node>> down,
      Function<Node, List<Node>> up) {
    if (heads.isEmpty() || bases.isEmpty()) {
      return nodes.stream().map(Node::id).toList();
    }
    BitSet reached = Walks.reachSet(known(heads), down);
    reached.and(Walks.reachSet(known(bases), up));
    return nodes.stream().filter(node -> !reached.get(node.index)).map(Node::id).sorted().toList();
  }

  /** The nodes that the map has under these ids: of two with one id, the later. */
  private List<Node> known(Collection<Node> some) {
    return some.stream().map(node -> Objects.requireNonNull(graph.ids.get(node.id()))).toList();
  }

  private void report(String words, String relation, Cycles cycles, List<String> lost) {
    List<String> first =
        lost.isEmpty() ? cycles.caught().stream().map(Node::id).sorted().toList() : lost;
    problem(words, relation, first, cycles.circles().getFirst());
    for (List<Node> circle : cycles.circles().subList(1, cycles.circles().size())) {
      problem(words, relation, circle.stream().map(Node::id).sorted().toList(), circle);
    }
  }

  private void problem(String words, String relation, List<String> named, List<Node> circle) {
    graph.error(
        "cycle",
        words + " detected in revisions (" + String.join(", ", named) + ")",
        "One of these points the wrong way: " + ways(relation, circle) + ".",
        circle.getFirst());
  }

  private static String ways(String relation, List<Node> circle) {
    String shown =
        circle.stream()
            .limit(SHOWN)
            .map(Node::id)
            .collect(Collectors.joining(", which " + relation + " "));
    return shown
        + (circle.size() > SHOWN
            ? ", and so on through %d revisions back to %s".formatted(circle.size(), first(circle))
            : ", which " + relation + " " + first(circle));
  }

  private static String first(List<Node> circle) {
    return circle.getFirst().id();
  }
}
