package dev.retort.shadow;

import dev.retort.schema.ObjectId;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Snapshot;
import dev.retort.schema.ddl.CanonicalDdl;
import dev.retort.schema.ddl.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares one schema with any number of others, object by object. Immutable. */
public final class ObjectChanges {
  private final SortedMap<ObjectId, String> texts;

  /** Comparisons that lead to a schema. */
  public ObjectChanges(Snapshot after) {
    this.texts = texts(after);
  }

  /** Every object that is not the same in an other schema, in order. */
  public List<ObjectChange> since(Snapshot before) {
    return since(texts(before));
  }

  /** The same, of a schema that is there as {@link #texts} only. */
  public List<ObjectChange> since(SortedMap<ObjectId, String> were) {
    SortedSet<ObjectId> ids = new TreeSet<>(were.keySet());
    ids.addAll(texts.keySet());
    List<ObjectChange> changes = new ArrayList<>();
    for (ObjectId id : ids) {
      Optional<String> was = Optional.ofNullable(were.get(id));
      Optional<String> is = Optional.ofNullable(texts.get(id));
      if (!was.equals(is)) {
        changes.add(new ObjectChange(id, was, is));
      }
    }
    return changes;
  }

  /**
   * What makes each object of a schema. An object may be there without any SQL, as the schema
   * public is.
   */
  public static SortedMap<ObjectId, String> texts(Snapshot snapshot) {
    SortedMap<ObjectId, String> texts = new TreeMap<>();
    snapshot.objects().stream().map(SchemaObject::id).forEach(id -> texts.put(id, ""));
    for (Statement statement : CanonicalDdl.of(snapshot).statements()) {
      texts.merge(statement.object(), statement.sql() + ";\n", String::concat);
    }
    return texts;
  }
}
