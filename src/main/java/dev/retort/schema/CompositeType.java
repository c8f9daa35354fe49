package dev.retort.schema;

import java.util.List;

/** A composite type that is no table's. */
public record CompositeType(ObjectId id, Traits traits, List<Column> attributes)
    implements SchemaObject {

  /** Copies the attributes. */
  public CompositeType {
    attributes = List.copyOf(attributes);
  }
}
