package dev.retort.plan;

import dev.retort.graph.HeadChange;
import dev.retort.graph.RevisionGraph;
import dev.retort.graph.RowChange;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The rows of the version table, moved step by step in memory as Alembic's {@code HeadMaintainer}
 * moves them; each call says what changes and makes the change.
 */
final class HeadChanges {
  private final RevisionGraph graph;
  private final List<RevisionId> heads;
  private final Applied applied;

  HeadChanges(RevisionGraph graph, Collection<RevisionId> rows) {
    this.graph = graph;
    this.heads = new ArrayList<>(rows);
    this.applied = new Applied(graph);
  }

  /** The rows now, sorted. */
  List<RevisionId> now() {
    return heads.stream().sorted().toList();
  }

  /** A revision is applied. */
  HeadChange up(RevisionId id) {
    applied.startFrom(heads);
    HeadChange change = moveUp(id);
    applied.add(id);
    return change;
  }

  private HeadChange moveUp(RevisionId id) {
    List<RevisionId> down = graph.normalizedDown(id);
    List<RevisionId> present = down.stream().filter(heads::contains).toList();
    if (present.isEmpty()) {
      return move(List.of(new RowChange.Insert(id)));
    }
    if (down.size() > 1 && present.size() > 1) {
      return merge(id, present);
    }
    return move(List.of(new RowChange.Update(present.getLast(), id)));
  }

  private HeadChange merge(RevisionId id, List<RevisionId> present) {
    Set<RevisionId> others = new LinkedHashSet<>(heads);
    graph.normalizedDown(id).forEach(others::remove);
    List<RevisionId> merged =
        present.stream().filter(one -> !applied.isBelow(one, others)).toList();
    if (merged.isEmpty()) {
      return move(List.of(new RowChange.Insert(id)));
    }
    List<RowChange> changes = new ArrayList<>();
    merged.subList(0, merged.size() - 1).forEach(one -> changes.add(new RowChange.Delete(one)));
    changes.add(new RowChange.Update(merged.getLast(), id));
    return move(changes);
  }

  /** A revision is undone. */
  HeadChange down(RevisionId id) {
    applied.startFrom(heads);
    List<RevisionId> down = graph.normalizedDown(id);
    if (!heads.contains(id)) {
      return move(List.of(new RowChange.Update(id, down.getFirst())));
    }
    List<RevisionId> uncovered = uncovered(id, down);
    applied.remove(id);
    if (uncovered.isEmpty()) {
      return move(List.of(new RowChange.Delete(id)));
    }
    List<RowChange> changes = new ArrayList<>();
    uncovered
        .subList(0, uncovered.size() - 1)
        .forEach(one -> changes.add(new RowChange.Insert(one)));
    changes.add(new RowChange.Update(id, uncovered.getLast()));
    return move(changes);
  }

  /** Of what a revision stands on, those that no other row stands on. */
  private List<RevisionId> uncovered(RevisionId id, List<RevisionId> down) {
    Set<RevisionId> others = new LinkedHashSet<>(heads);
    others.remove(id);
    if (down.size() == 1) {
      return others.contains(down.getFirst()) || applied.carriesMoreThan(down.getFirst(), id)
          ? List.of()
          : down;
    }
    Set<RevisionId> above = others.isEmpty() ? Set.copyOf(down) : others;
    return down.stream()
        .filter(one -> !others.contains(one) && !applied.isBelow(one, above))
        .toList();
  }

  /** Rows change as given, and what is applied may be anything. */
  HeadChange apply(List<RowChange> changes) {
    applied.forget();
    return move(changes);
  }

  private HeadChange move(List<RowChange> changes) {
    for (RowChange change : changes) {
      switch (change) {
        case RowChange.Insert(RevisionId id) -> heads.add(id);
        case RowChange.Delete(RevisionId id) -> {
          requireOneRow(id, "deleting '" + id + "'");
          heads.remove(id);
        }
        case RowChange.Update(RevisionId from, RevisionId to) -> {
          requireOneRow(from, "updating '%s' to '%s'".formatted(from, to));
          heads.remove(from);
          heads.add(to);
        }
        case RowChange.Purge() -> heads.clear();
      }
    }
    return new HeadChange(changes);
  }

  /** A table without its primary key can have a row twice; no change of it can be checked. */
  private void requireOneRow(RevisionId id, String doing) {
    long found = heads.stream().filter(id::equals).count();
    if (found != 1) {
      throw new RowCountException(id, doing, found);
    }
  }

  /** How many revisions were looked at to find what is below what; grows with the work done. */
  int visits() {
    return applied.visits();
  }

  boolean contains(RevisionId id) {
    return heads.contains(id);
  }
}
