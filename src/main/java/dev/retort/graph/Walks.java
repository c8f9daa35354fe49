package dev.retort.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
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

  /** The nodes of a list whose index is in a set, in the list's order. */
  static List<Node> in(Collection<Node> nodes, BitSet set) {
    List<Node> found = new ArrayList<>();
    Iterator<Node> all = nodes.iterator();
    while (all.hasNext()) {
      Node node = all.next();
      if (set.get(node.index)) {
        found.add(node);
      }
    }
    return found;
  }
}
