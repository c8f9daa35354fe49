package dev.retort.schema;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A constraint of a table or domain, but for not-null. One that a foreign key's table only has as a
 * partition is left out: the partitioned table's brings it.
 *
 * @param type what it demands
 * @param owner the table or domain
 * @param columns in order; empty for a domain
 * @param definition the server's text after {@code CONSTRAINT name}, deferrability, NOT VALID and
 *     NOT ENFORCED included
 * @param local whether it is declared here, and not only by a parent
 * @param index what more is known of the index of a primary key, unique or exclusion constraint
 */
public record Constraint(
    ObjectId id,
    Traits traits,
    Type type,
    ObjectId owner,
    List<String> columns,
    String definition,
    boolean local,
    Optional<BackingIndex> index)
    implements SchemaObject {

  /** Copies the columns. */
  public Constraint {
    columns = List.copyOf(columns);
  }

  /** What constraints demand. */
  public enum Type {
    CHECK,
    PRIMARY_KEY,
    UNIQUE,
    EXCLUSION,
    FOREIGN_KEY
  }

  /**
   * The index that came with a constraint and has its name.
   *
   * @param tablespace where not the default
   * @param parent the partitioned table's constraint that this is a part of
   * @param comment the index's own
   */
  public record BackingIndex(
      Optional<String> tablespace,
      SortedMap<String, String> options,
      Optional<ObjectId> parent,
      Optional<String> comment) {

    /** Copies the options. */
    public BackingIndex {
      options = Options.sorted(options);
    }
  }
}
