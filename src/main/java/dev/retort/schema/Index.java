package dev.retort.schema;

import java.util.List;
import java.util.Optional;

/**
 * An index that no constraint brings.
 *
 * @param table what it is on
 * @param unique whether values must be
 * @param method {@code btree}, {@code gin}, …
 * @param columns in order, included ones last; an expression is in parentheses
 * @param predicate of a partial index
 * @param definition the server's CREATE INDEX, without a semicolon; for a partitioned table it is
 *     {@code ON ONLY} it
 * @param tablespace where not the default
 * @param statistics targets of its expressions, {@code number=target}
 * @param parent the partitioned table's index that this is a part of
 */
public record Index(
    ObjectId id,
    Traits traits,
    ObjectId table,
    boolean unique,
    String method,
    List<String> columns,
    Optional<String> predicate,
    String definition,
    Optional<String> tablespace,
    List<String> statistics,
    Optional<ObjectId> parent)
    implements SchemaObject {

  /** Copies the lists. */
  public Index {
    columns = List.copyOf(columns);
    statistics = List.copyOf(statistics);
  }
}
