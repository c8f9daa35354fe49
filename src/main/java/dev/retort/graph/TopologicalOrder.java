package dev.retort.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Newest first, as Alembic orders steps and listings ({@code RevisionMap._topological_sort}): stays
 * on one line until a branch point is reached that another line still needs. Load order and the
 * order in which parents are written decide.
 *
 * <p>Alembic keeps the ancestors of every tip. Here each node counts what directly above it is
 * still to come, so that time is linear in the graph however often lines part and meet; only where
 * a line has to wait is there a walk, up to the tips that it waits for.
 */
final class TopologicalOrder {
  private final BitSet remaining;
  private final List<Node> tips;
  private final BitSet isTip = new BitSet();

  /** What can be reached from a tip, and so may still be waited for. */
  private final BitSet open = new BitSet();

  /** By index: how many open nodes stand directly above. */
  private final int[] above;

  private final List<Node> output = new ArrayList<>();
  private int at;
  private int visits;

  /**
   * An order to be made.
   *
   * @param set what is to be ordered
   * @param tips where to start; those outside of the set do not count
   */
  TopologicalOrder(BitSet set, Collection<Node> tips) {
    this.remaining = (BitSet) set.clone();
    this.tips = new ArrayList<>(Walks.in(new LinkedHashSet<>(tips), set));
    this.tips.sort((one, other) -> Integer.compare(one.index, other.index));
    this.tips.forEach(tip -> isTip.set(tip.index));
    List<Node> reached = Walks.reach(this.tips, Node::normalizedDown);
    reached.forEach(node -> open.set(node.index));
    this.above = new int[open.length()];
    for (Node node : reached) {
      node.normalizedDown().forEach(below -> above[below.index]++);
      visits++;
    }
  }

  List<Node> newestFirst() {
    while (!tips.isEmpty()) {
      Node candidate = tips.get(at);
      int needed = neededBy(candidate);
      if (needed >= 0) {
        at = needed;
      } else {
        emit(candidate);
      }
    }
    return output;
  }

  /** How many nodes were looked at: what grows with the work that there was. */
  int visits() {
    return visits;
  }

  /**
   * The first other tip that has this one below it, and so must be walked first; -1 if there is
   * none.
   */
  private int neededBy(Node candidate) {
    if (above[candidate.index] == 0) {
      return -1;
    }
    BitSet waitedFor = new BitSet();
    BitSet seen = new BitSet();
    Deque<Node> todo = new ArrayDeque<>(List.of(candidate));
    while (!todo.isEmpty()) {
      for (Node higher : todo.pop().allChildren) {
        if (open.get(higher.index) && !seen.get(higher.index)) {
          visits++;
          seen.set(higher.index);
          waitedFor.set(higher.index, isTip.get(higher.index));
          todo.push(higher);
        }
      }
    }
    for (int i = 0; i < tips.size(); i++) {
      if (waitedFor.get(tips.get(i).index)) {
        return i;
      }
    }
    return -1;
  }

  private void emit(Node candidate) {
    if (remaining.get(candidate.index)) {
      remaining.clear(candidate.index);
      output.add(candidate);
    }
    List<Node> next = new ArrayList<>();
    for (Node below : candidate.normalizedDown()) {
      if (remaining.get(below.index) && !isTip.get(below.index)) {
        next.add(below);
      }
    }
    isTip.clear(candidate.index);
    next.forEach(below -> isTip.set(below.index));
    close(candidate);
    if (next.isEmpty()) {
      tips.remove(at);
      at = Math.max(at - 1, 0);
    } else {
      tips.set(at, next.getFirst());
      tips.addAll(next.subList(1, next.size()));
    }
  }

  /** Nobody waits for a node any more, nor for what no tip leads to without it. */
  private void close(Node done) {
    Deque<Node> todo = new ArrayDeque<>(List.of(done));
    while (!todo.isEmpty()) {
      Node node = todo.pop();
      visits++;
      open.clear(node.index);
      for (Node below : node.normalizedDown()) {
        above[below.index]--;
        if (above[below.index] == 0 && open.get(below.index) && !isTip.get(below.index)) {
          todo.push(below);
        }
      }
    }
  }
}
