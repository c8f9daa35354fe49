package dev.retort.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Walks over a graph without recursion, so that a chain of any length will do; in the order in
 * which Alembic visits ({@code RevisionMap._iterate_related_revisions}): depth first, the neighbour
 * named last going first.
 */
final class Walks {
  private Walks() {}

  /**
   * All nodes that can be reached from some, they themselves included, in the order of the visit.
   */
  static List<Node> reach(Collection<Node> from, Function<Node, List<Node>> next) {
    List<Node> visited = new ArrayList<>();
    BitSet seen = new BitSet();
    Deque<Node> todo = new ArrayDeque<>();
    for (Node start : from) {
      todo.push(start);
      while (!todo.isEmpty()) {
        Node node = todo.pop();
        if (!seen.get(node.index)) {
          seen.set(node.index);
          visited.add(node);
          next.apply(node).forEach(todo::push);
        }
      }
    }
    return visited;
  }

  /** The same as a set of indexes. */
  static BitSet reachSet(Collection<Node> from, Function<Node, List<Node>> next) {
    BitSet seen = new BitSet();
    Deque<Node> todo = new ArrayDeque<>(from);
    while (!todo.isEmpty()) {
      Node node = todo.pop();
      if (!seen.get(node.index)) {
        seen.set(node.index);
        for (Node other : next.apply(node)) {
          if (!seen.get(other.index)) {
            todo.push(other);
          }
        }
      }
    }
    return seen;
  }

  /**
   * Some nodes, each after all of those below it. What turns in circles, and what stands on that,
   * is left out; a node that is below itself counts as if it were not.
   *
   * @param nodes closed under both relations
   */
  static List<Node> bottomUp(
      Collection<Node> nodes, Function<Node, List<Node>> down, Function<Node, List<Node>> up) {
    Map<Node, Integer> below = new HashMap<>();
    Deque<Node> free = new ArrayDeque<>();
    for (Node node : nodes) {
      int count = 0;
      for (Node other : down.apply(node)) {
        count += other == node ? 0 : 1;
      }
      below.put(node, count);
      if (count == 0) {
        free.add(node);
      }
    }
    List<Node> sorted = new ArrayList<>(nodes.size());
    while (!free.isEmpty()) {
      Node node = free.remove();
      sorted.add(node);
      for (Node other : up.apply(node)) {
        if (other != node && below.merge(other, -1, Integer::sum) == 0) {
          free.add(other);
        }
      }
    }
    return sorted;
  }

  /** Those of some nodes whose index is in a set, in their own order. */
  static List<Node> in(Collection<Node> nodes, BitSet set) {
    List<Node> found = new ArrayList<>();
    for (Node node : nodes) {
      if (set.get(node.index)) {
        found.add(node);
      }
    }
    return found;
  }
}
