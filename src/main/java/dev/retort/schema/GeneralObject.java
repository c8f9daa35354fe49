package dev.retort.schema;

import java.util.List;

/**
 * An object that is told well enough by the statements that make it: what a schema has few of.
 *
 * @param statements the first makes it, the others complete it; none has a semicolon
 */
public record GeneralObject(ObjectId id, Traits traits, List<String> statements)
    implements SchemaObject {

  /** Copies the statements. */
  public GeneralObject {
    statements = List.copyOf(statements);
  }
}
