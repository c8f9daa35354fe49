package dev.retort.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Newest first, as Alembic orders steps and listings ({@code RevisionMap._topological_sort}): stays
 * on one line until a branch point is reached that another line still needs. Load order and the
 * order in which parents are written decide.
 */
final class TopologicalOrder {
  private final BitSet remaining;
  private final List<Node> tips;
  private final Set<Node> isTip;
  private final List<BitSet> ancestors = new ArrayList<>();
  private final List<Node> output = new ArrayList<>();
  private int at;

  /**
   * An order to be made.
   *
   * @param set what is to be ordered
   * @param tips where to start; those outside of the set do not count
   */
  TopologicalOrder(BitSet set, Collection<Node> tips) {
    this.remaining = (BitSet) set.clone();
    this.tips = new ArrayList<>(Walks.in(new HashSet<>(tips), set));
    this.tips.sort(Comparator.comparingInt(node -> node.index));
    this.isTip = new HashSet<>(this.tips);
    this.tips.forEach(tip -> ancestors.add(ancestorsOf(tip)));
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

  /**
   * The first other tip that has this one below it, and so must be walked first; -1 if there is
   * none.
   */
  private int neededBy(Node candidate) {
    for (int i = 0; i < tips.size(); i++) {
      if (i != at && ancestors.get(i).get(candidate.index)) {
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
      if (remaining.get(below.index) && !isTip.contains(below)) {
        next.add(below);
      }
    }
    isTip.remove(candidate);
    if (next.isEmpty()) {
      tips.remove(at);
      ancestors.remove(at);
      at = Math.max(at - 1, 0);
      return;
    }
    isTip.addAll(next);
    tips.set(at, next.getFirst());
    if (candidate.normalizedDown().size() > 1) {
      ancestors.set(at, ancestorsOf(next.getFirst()));
    }
    for (Node more : next.subList(1, next.size())) {
      tips.add(more);
      ancestors.add(ancestorsOf(more));
    }
  }

  private static BitSet ancestorsOf(Node node) {
    return Walks.reachSet(List.of(node), Node::normalizedDown);
  }
}
