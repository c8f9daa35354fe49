package dev.retort.schema;

import java.util.Optional;

/**
 * A sequence; its position is no part of the schema.
 *
 * @param type {@code bigint}, {@code integer}, {@code smallint}
 * @param unlogged without write-ahead log (version 15 and later)
 * @param ownedBy the column it goes with
 */
public record Sequence(
    ObjectId id,
    Traits traits,
    String type,
    Range range,
    boolean unlogged,
    Optional<OwnedBy> ownedBy)
    implements SchemaObject {

  /** Which numbers it gives. */
  public record Range(
      long start, long increment, long minimum, long maximum, long cache, boolean cycle) {}

  /** A column, by its table and name. */
  public record OwnedBy(ObjectId table, String column) {}
}
