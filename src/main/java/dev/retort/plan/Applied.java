package dev.retort.plan;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.RevisionId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is applied while rows move step by step, and whether one revision is below others. Answers
 * by looking up from the one, which is a step or two where a walk down from the others would see
 * the whole graph at every step.
 *
 * <p>What it holds is what the rows have below them, they themselves included, at every step: so
 * whatever of it is not a row has something of it directly above.
 */
final class Applied {
  private final RevisionGraph graph;
  private final Set<RevisionId> applied = new HashSet<>();
  private boolean known;
  private int visits;

  Applied(RevisionGraph graph) {
    this.graph = graph;
  }

  /** Everything that some rows include, unless it is known already. */
  void startFrom(Collection<RevisionId> rows) {
    if (!known) {
      applied.addAll(graph.ancestors(rows, true));
      visits += applied.size();
      known = true;
    }
  }

  /** The rows are not what they were. */
  void forget() {
    applied.clear();
    known = false;
  }

  /** A revision is applied, with whatever of its ancestors was not. */
  void add(RevisionId id) {
    Deque<RevisionId> todo = new ArrayDeque<>(List.of(id));
    while (!todo.isEmpty()) {
      RevisionId one = todo.pop();
      visits++;
      if (applied.add(one)) {
        graph.normalizedDown(one).forEach(todo::push);
      }
    }
  }

  /** A revision is undone; it stays where something applied still stands on it. */
  void remove(RevisionId id) {
    if (graph.allChildren(id).stream().noneMatch(applied::contains)) {
      applied.remove(id);
    }
  }

  /** Whether anything stands on the one thing that a revision stands on but this revision alone. */
  boolean carriesMoreThan(RevisionId down, RevisionId id) {
    visits++;
    return graph.allChildren(down).stream()
            .anyMatch(above -> !above.equals(id) && applied.contains(above))
        || graph.allChildren(id).stream().anyMatch(applied::contains);
  }

  /** Whether a revision is an ancestor of one of some others. */
  boolean isBelow(RevisionId one, Set<RevisionId> some) {
    Set<RevisionId> seen = new HashSet<>();
    Deque<RevisionId> todo = new ArrayDeque<>(List.of(one));
    while (!todo.isEmpty()) {
      for (RevisionId above : graph.allChildren(todo.pop())) {
        if (applied.contains(above) && seen.add(above)) {
          visits++;
          if (some.contains(above)) {
            return true;
          }
          todo.push(above);
        }
      }
    }
    return false;
  }

  /** How many revisions were looked at so far. */
  int visits() {
    return visits;
  }
}
