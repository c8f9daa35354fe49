package dev.retort.ui.schema;

import dev.retort.schema.Snapshot;
import dev.retort.schema.diff.ChangedDdl;
import dev.retort.schema.diff.SchemaDiff;
import java.util.Optional;

/**
 * Two schemas beside each other.
 *
 * @param before what the earlier is, in a few words
 * @param after what the later is
 * @param ddl of what is not the same in both
 * @param remark what a reader is to know of the comparison
 */
record ChangedSchema(String before, String after, ChangedDdl ddl, Optional<String> remark) {

  /** Compares; in the background. */
  static ChangedSchema of(
      String before, Snapshot from, String after, Snapshot to, Optional<String> remark) {
    return new ChangedSchema(before, after, ChangedDdl.of(SchemaDiff.between(from, to)), remark);
  }

  /** Whether the schemas are the same. */
  boolean same() {
    return ddl.entries().isEmpty();
  }
}
