package dev.retort.plan.route;

import dev.retort.graph.HeadChange;
import dev.retort.graph.RevisionGraph;
import dev.retort.graph.RowChange;
import dev.retort.revision.RevisionId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Moves the rows of the version table step by step, in memory, as Alembic's {@code HeadMaintainer}
 * moves them; each call says what changes and makes the change. Where Alembic leaves it to chance
 * which row is updated, it is the last of those concerned, in the order in which they are written.
 */
public final class HeadChanges {
  private final RevisionGraph graph;
  private final VersionRows rows;
  private final Set<RevisionId> applied;
  private final Map<RevisionId, RevisionId> topOf = new HashMap<>();

  /**
   * Begins with some rows, each known to the graph.
   *
   * @throws IllegalArgumentException if one is not
   */
  public HeadChanges(RevisionGraph graph, Collection<RevisionId> rows) {
    this.graph = graph;
    this.rows = new VersionRows(rows);
    this.applied = graph.ancestors(rows, true);
  }

  /** The rows now, sorted. */
  public List<RevisionId> now() {
    return rows.now();
  }

  /** A revision is applied; all that it stands on is. */
  public HeadChange up(RevisionId id) {
    List<RevisionId> down = graph.normalizedDown(id);
    List<RevisionId> present = down.stream().filter(rows::contains).toList();
    if (present.size() > 1) {
      present = present.stream().filter(row -> !isBelowOther(row, id, down)).toList();
    }
    applied.add(id);
    return rows.apply(present.isEmpty() ? List.of(new RowChange.Insert(id)) : merge(present, id));
  }

  /** Whether a row that does not take part stands on this one. */
  private boolean isBelowOther(RevisionId row, RevisionId id, List<RevisionId> merged) {
    return leadsUpTo(row, id, other -> rows.contains(other) && !merged.contains(other));
  }

  private static List<RowChange> merge(List<RevisionId> merged, RevisionId id) {
    List<RowChange> changes = new ArrayList<>();
    merged.subList(0, merged.size() - 1).forEach(row -> changes.add(new RowChange.Delete(row)));
    changes.add(new RowChange.Update(merged.getLast(), id));
    return changes;
  }

  /** A revision is undone; nothing that stands on it is applied any more. */
  public HeadChange down(RevisionId id) {
    List<RevisionId> bared =
        rows.contains(id) ? bared(id) : graph.normalizedDown(id).stream().limit(1).toList();
    applied.remove(id);
    return rows.apply(bared.isEmpty() ? List.of(new RowChange.Delete(id)) : unmerge(id, bared));
  }

  private static List<RowChange> unmerge(RevisionId id, List<RevisionId> bared) {
    List<RowChange> changes = new ArrayList<>();
    bared.subList(0, bared.size() - 1).forEach(row -> changes.add(new RowChange.Insert(row)));
    changes.add(new RowChange.Update(id, bared.getLast()));
    return changes;
  }

  /** Of what a revision stands on, that on which no other row stands. */
  private List<RevisionId> bared(RevisionId id) {
    List<RevisionId> down = graph.normalizedDown(id);
    if (rows.isOnly(id)) {
      return down.stream().filter(one -> !leadsUpTo(one, id, down::contains)).toList();
    }
    Predicate<RevisionId> isOther = row -> rows.contains(row) && !row.equals(id);
    return down.stream().filter(one -> !isOther.test(one) && !leadsUpTo(one, id, isOther)).toList();
  }

  /** Whether a way leads up from one applied revision to one that is wanted, past another. */
  private boolean leadsUpTo(RevisionId from, RevisionId past, Predicate<RevisionId> wanted) {
    Map<RevisionId, RevisionId> below = new HashMap<>();
    Deque<RevisionId> todo = new ArrayDeque<>();
    todo.push(from);
    while (!todo.isEmpty()) {
      RevisionId at = todo.pop();
      for (RevisionId above : graph.allChildren(at)) {
        if (above.equals(past) || !applied.contains(above) || below.containsKey(above)) {
          continue;
        }
        below.put(above, at);
        RevisionId known = topOf.getOrDefault(above, above);
        RevisionId top = wanted.test(known) ? known : above;
        if (wanted.test(top)) {
          remember(above, top, below);
          return true;
        }
        todo.push(above);
      }
    }
    return false;
  }

  /** What stood on a revision when it was asked for does so until it is undone itself. */
  private void remember(RevisionId found, RevisionId top, Map<RevisionId, RevisionId> below) {
    for (RevisionId at = found; at != null; at = below.get(at)) {
      topOf.put(at, top);
    }
  }
}
