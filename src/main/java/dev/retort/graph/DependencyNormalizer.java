package dev.retort.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes from each revision those dependencies that an ancestor by down revision has already ({@code
 * RevisionMap._normalize_depends_on}), so that the rows of the version table do not name them
 * again.
 *
 * <p>Asking every ancestor of every revision would take the square of their number. Instead, up to
 * 64 dependencies at a time, each one bit of a long, are carried once through the graph from the
 * bases up.
 */
final class DependencyNormalizer {
  private final List<Node> bottomUp;
  private final long[] own;
  private final long[] above;
  private final Map<Node, List<Node>> redundant = new HashMap<>();

  /**
   * For the nodes of one graph.
   *
   * @param nodes all of them, already linked; what turns in circles is left as it is
   * @param size how many indexes there are
   */
  DependencyNormalizer(Collection<Node> nodes, int size) {
    this.bottomUp = Walks.bottomUp(nodes, node -> node.down, node -> node.children);
    this.own = new long[size];
    this.above = new long[size];
  }

  void run() {
    List<Map.Entry<Node, List<Node>>> shared =
        dependents().entrySet().stream().filter(entry -> entry.getValue().size() > 1).toList();
    for (int from = 0; from < shared.size(); from += Long.SIZE) {
      carry(shared.subList(from, Math.min(shared.size(), from + Long.SIZE)));
    }
    redundant.forEach(
        (node, some) ->
            node.normalized(
                node.dependencies.stream().filter(other -> !some.contains(other)).toList()));
  }

  /** Who depends on what. A dependency that only one revision has cannot be said twice. */
  private Map<Node, List<Node>> dependents() {
    Map<Node, List<Node>> dependents = new LinkedHashMap<>();
    for (Node node : bottomUp) {
      for (Node dependency : node.dependencies) {
        dependents.computeIfAbsent(dependency, _ -> new ArrayList<>()).add(node);
      }
    }
    return dependents;
  }

  private void carry(List<Map.Entry<Node, List<Node>>> shared) {
    for (int bit = 0; bit < shared.size(); bit++) {
      for (Node dependent : shared.get(bit).getValue()) {
        own[dependent.index] |= 1L << bit;
      }
    }
    for (Node node : bottomUp) {
      long known = 0;
      for (Node below : node.down) {
        known |= above[below.index] | own[below.index];
      }
      above[node.index] = known;
    }
    for (int bit = 0; bit < shared.size(); bit++) {
      for (Node dependent : shared.get(bit).getValue()) {
        if ((above[dependent.index] & (1L << bit)) != 0) {
          redundant
              .computeIfAbsent(dependent, _ -> new ArrayList<>())
              .add(shared.get(bit).getKey());
        }
        own[dependent.index] = 0;
      }
    }
  }
}
