package dev.retort.shadow;

import dev.retort.schema.SchemaObject;
import dev.retort.schema.Snapshot;
import dev.retort.schema.Table;
import java.util.Comparator;
import java.util.List;

/** Compares two snapshots object by object. */
final class Comparison {
  private final Snapshot before;
  private final Snapshot after;

  Comparison(Snapshot before, Snapshot after) {
    this.before = before;
    this.after = after;
  }

  boolean equal() {
    return before.objects().equals(after.objects());
  }

  /** Whether they are equal once tables' columns are in one order. */
  boolean equalButForColumnOrder() {
    return ordered(before).equals(ordered(after));
  }

  private static List<SchemaObject> ordered(Snapshot snapshot) {
    return snapshot.objects().stream().map(Comparison::ordered).toList();
  }

  private static SchemaObject ordered(SchemaObject object) {
    return object instanceof Table table
        ? new Table(
            table.id(),
            table.traits(),
            table.columns().stream().sorted(Comparator.comparing(c -> c.name())).toList(),
            table.parents(),
            table.partition(),
            table.storage(),
            table.security(),
            table.ofType(),
            table.foreign())
        : object;
  }

  /** Every object that is not the same in both, in order. */
  List<ObjectChange> changes() {
    return equal() ? List.of() : new ObjectChanges(after).since(before);
  }
}
