package dev.retort.schema;

import java.util.List;

/**
 * An enum.
 *
 * @param labels in order, not quoted
 */
public record EnumType(ObjectId id, Traits traits, List<String> labels) implements SchemaObject {

  /** Copies the labels. */
  public EnumType {
    labels = List.copyOf(labels);
  }
}
