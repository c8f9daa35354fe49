package dev.retort.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * While a set of revisions is listed from above: what is still ahead of it, that is of the set and
 * all that it stands on, dependencies counted. What is not in the set is passed as soon as all
 * above it is.
 */
final class Ahead {
  private final BitSet set = new BitSet();
  private final BitSet ahead = new BitSet();
  private final List<Node> nodes;
  private final int[] above;
  private final int[] seen;
  private int searches;

  Ahead(Collection<Node> wanted) {
    this.nodes = Walks.reach(wanted, Node::normalizedDown);
    wanted.forEach(node -> set.set(node.index));
    nodes.forEach(node -> ahead.set(node.index));
    this.above = new int[ahead.length()];
    this.seen = new int[ahead.length()];
    nodes.forEach(node -> node.normalizedDown().forEach(below -> above[below.index]++));
  }

  /** Whether something above this one is still ahead. */
  boolean isNeeded(Node node) {
    return above[node.index] > 0;
  }

  /** A node of the set is listed. */
  void pass(Node listed) {
    Deque<Node> passed = new ArrayDeque<>();
    passed.add(listed);
    while (!passed.isEmpty()) {
      Node node = passed.pop();
      ahead.clear(node.index);
      for (Node below : node.normalizedDown()) {
        if (--above[below.index] == 0 && !set.get(below.index)) {
          passed.push(below);
        }
      }
    }
  }

  /** What is ahead in the set and not needed by anything, in no order. */
  List<Node> free() {
    List<Node> free = new ArrayList<>();
    for (Node node : nodes) {
      if (ahead.get(node.index) && set.get(node.index) && !isNeeded(node)) {
        free.add(node);
      }
    }
    return free;
  }

  /** Visits all that is ahead above a node, until told to stop. */
  void above(Node from, Predicate<Node> goOn) {
    searches++;
    Deque<Node> todo = new ArrayDeque<>();
    todo.push(from);
    while (!todo.isEmpty()) {
      for (Node node : todo.pop().allChildren) {
        if (ahead.get(node.index) && seen[node.index] != searches) {
          seen[node.index] = searches;
          if (!goOn.test(node)) {
            return;
          }
          todo.push(node);
        }
      }
    }
  }
}
