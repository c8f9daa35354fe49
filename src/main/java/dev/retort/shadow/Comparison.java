package dev.retort.shadow;

import dev.retort.schema.ObjectId;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Snapshot;
import dev.retort.schema.Table;
import dev.retort.schema.ddl.CanonicalDdl;
import dev.retort.schema.ddl.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

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
    Map<ObjectId, String> was = texts(before);
    Map<ObjectId, String> is = texts(after);
    SortedSet<ObjectId> ids = new TreeSet<>(was.keySet());
    ids.addAll(is.keySet());
    List<ObjectChange> changes = new ArrayList<>();
    for (ObjectId id : ids) {
      Optional<String> old = Optional.ofNullable(was.get(id));
      Optional<String> now = Optional.ofNullable(is.get(id));
      if (!old.equals(now)) {
        changes.add(new ObjectChange(id, old, now));
      }
    }
    return changes;
  }

  private static Map<ObjectId, String> texts(Snapshot snapshot) {
    Map<ObjectId, String> texts = new LinkedHashMap<>();
    for (Statement statement : CanonicalDdl.of(snapshot).statements()) {
      texts.merge(statement.object(), statement.sql() + ";\n", String::concat);
    }
    return texts;
  }
}
