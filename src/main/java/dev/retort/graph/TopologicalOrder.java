package dev.retort.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Newest first, as Alembic orders steps and listings ({@code RevisionMap._topological_sort}): stays
 * on one line until a branch point is reached that another line still needs. Load order and the
 * order in which parents are written decide.
 *
 * <p>Alembic keeps the set of ancestors of every tip, and looks whether the tip at hand is among
 * those of another. The same is known without them: a tip is needed by another as long as something
 * right above it has not been listed.
 */
final class TopologicalOrder {
  private final Ahead ahead;
  private final BitSet remaining;
  private final TipList tips = new TipList();
  private final List<Node> output = new ArrayList<>();

  /**
   * An order to be made.
   *
   * @param set what is to be ordered
   * @param from where to start; those outside of the set do not count
   */
  TopologicalOrder(Collection<Node> set, Collection<Node> from) {
    this.remaining = new BitSet();
    set.forEach(node -> remaining.set(node.index));
    this.ahead = new Ahead(set);
    start(Walks.in(new HashSet<>(from), remaining));
  }

  List<Node> newestFirst() {
    while (true) {
      TipList.Tip tip = tips.at();
      if (tip != null) {
        step(tip);
      } else if (!remaining.isEmpty()) {
        start(ahead.free());
      } else {
        return output;
      }
    }
  }

  private void start(List<Node> nodes) {
    nodes.stream().sorted(Comparator.comparingInt(node -> node.index)).forEach(tips::append);
    tips.toFirst();
  }

  private void step(TipList.Tip tip) {
    if (ahead.isNeeded(tip.node())) {
      tips.moveTo(neededFirst(tip));
    } else {
      list(tip);
    }
  }

  /**
   * The first tip in the list from which a way leads down to this one. Where none does (Alembic
   * then fails), what is above begins a line of its own.
   */
  private TipList.Tip neededFirst(TipList.Tip tip) {
    Search search = new Search(tip);
    ahead.above(tip.node(), search::visit);
    return search.found == null ? tips.append(search.top) : search.found;
  }

  private void list(TipList.Tip tip) {
    Node node = tip.node();
    remaining.clear(node.index);
    output.add(node);
    ahead.pass(node);
    Deque<Node> next = new ArrayDeque<>();
    for (Node below : node.normalizedDown()) {
      if (remaining.get(below.index) && tips.of(below) == null) {
        next.add(below);
      }
    }
    if (next.isEmpty()) {
      tips.remove(tip);
    } else {
      tips.replace(tip, next.remove());
      next.forEach(tips::append);
    }
  }

  /** Looks for the first other tip, and for something that nothing needs. */
  private final class Search {
    private final TipList.Tip from;
    private Node top;
    private TipList.@Nullable Tip found;

    Search(TipList.Tip from) {
      this.from = from;
      this.top = from.node();
    }

    /** Whether to look on. */
    boolean visit(Node node) {
      TipList.Tip tip = tips.of(node);
      if (tip != null && (found == null || tip.isBefore(found))) {
        found = tip;
      }
      if (!ahead.isNeeded(node)) {
        top = node;
      }
      return found == null || !tips.isFirstBeside(found, from);
    }
  }
}
