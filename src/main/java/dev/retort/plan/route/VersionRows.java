package dev.retort.plan.route;

import dev.retort.graph.HeadChange;
import dev.retort.graph.RowChange;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The rows of the version table in memory, and changes to them made one after the other. */
public final class VersionRows {
  /** How often each is there: without its primary key a table can have a row twice. */
  private final NavigableMap<RevisionId, Integer> rows = new TreeMap<>();

  /** Begins with some rows. */
  public VersionRows(Collection<RevisionId> rows) {
    rows.forEach(this::insert);
  }

  /** The rows now, sorted. */
  public List<RevisionId> now() {
    List<RevisionId> now = new ArrayList<>(rows.size());
    rows.forEach(
        (row, times) -> {
          for (int i = 0; i < times; i++) {
            now.add(row);
          }
        });
    return now;
  }

  /** Whether a row is there. */
  public boolean contains(RevisionId row) {
    return rows.containsKey(row);
  }

  /** Whether a row is there and no other. */
  boolean isOnly(RevisionId row) {
    return rows.size() == 1 && rows.containsKey(row);
  }

  /**
   * Changes the rows.
   *
   * @throws RowCountException if a change would not touch exactly one row; rows changed before it
   *     stay changed
   */
  public HeadChange apply(List<RowChange> changes) {
    for (RowChange change : changes) {
      switch (change) {
        case RowChange.Insert(RevisionId id) -> insert(id);
        case RowChange.Delete(RevisionId id) -> remove(id, "deleting '" + id + "'");
        case RowChange.Update(RevisionId from, RevisionId to) -> {
          remove(from, "updating '%s' to '%s'".formatted(from, to));
          insert(to);
        }
        case RowChange.Purge() -> rows.clear();
      }
    }
    return new HeadChange(changes);
  }

  private void insert(RevisionId row) {
    rows.merge(row, 1, Integer::sum);
  }

  private void remove(RevisionId row, String doing) {
    Integer times = rows.remove(row);
    if (times == null || times != 1) {
      throw new RowCountException(row, doing, times == null ? 0 : times);
    }
  }
}
