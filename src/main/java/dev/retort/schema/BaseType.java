package dev.retort.schema;

import java.util.SortedMap;

/**
 * A type with input and output functions, or a shell that has none yet.
 *
 * @param options as CREATE TYPE takes them; none for a shell
 */
public record BaseType(ObjectId id, Traits traits, SortedMap<String, String> options)
    implements SchemaObject {

  /** Copies the options. */
  public BaseType {
    options = Options.sorted(options);
  }
}
