package dev.retort.ui.schema;

import dev.retort.schema.ObjectId;
import dev.retort.schema.Omission;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Snapshot;
import dev.retort.schema.diff.SchemaChange;
import dev.retort.schema.diff.SchemaDiff;
import java.util.List;

/**
 * A schema to be read.
 *
 * @param objects all there are, in the order of their ids
 * @param changes what led here from the schema before; none where that is not asked
 * @param facts about it, in a line
 */
record SchemaAt(SchemaText text, List<ObjectId> objects, List<SchemaChange> changes, String facts) {

  /** Copies the lists. */
  SchemaAt {
    objects = List.copyOf(objects);
    changes = List.copyOf(changes);
  }

  /** The schema after a step. */
  static SchemaAt of(Snapshot before, Snapshot here) {
    return of(here, SchemaDiff.between(before, here).changes());
  }

  /** A schema by itself. */
  static SchemaAt of(Snapshot here) {
    return of(here, List.of());
  }

  private static SchemaAt of(Snapshot here, List<SchemaChange> changes) {
    List<ObjectId> ids = here.objects().stream().map(SchemaObject::id).toList();
    String omitted =
        here.omissions().isEmpty()
            ? ""
            : ". Not seen: "
                + String.join("; ", here.omissions().stream().map(SchemaAt::omission).toList());
    return new SchemaAt(
        SchemaText.of(here),
        ids,
        changes,
        "%,d %s, PostgreSQL %d%s"
            .formatted(
                ids.size(), ids.size() == 1 ? "object" : "objects", here.majorVersion(), omitted));
  }

  private static String omission(Omission one) {
    return one.what() + " (" + one.reason() + ")";
  }
}
