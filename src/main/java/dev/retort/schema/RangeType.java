package dev.retort.schema;

import java.util.SortedMap;

/**
 * A range type.
 *
 * @param options {@code subtype}, {@code subtype_opclass}, {@code collation}, {@code canonical},
 *     {@code subtype_diff}, {@code multirange_type_name}, as CREATE TYPE takes them
 */
public record RangeType(ObjectId id, Traits traits, SortedMap<String, String> options)
    implements SchemaObject {

  /** Copies the options. */
  public RangeType {
    options = Options.sorted(options);
  }
}
