package dev.retort.schema;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A table: ordinary, partitioned, a partition, or foreign. Its constraints, indexes, triggers,
 * rules and policies are objects of their own; not-null constraints are in its columns.
 *
 * @param columns in order
 * @param parents the tables it inherits from, in order; for a partition the partitioned table
 * @param partition how it is divided, or which part it is
 * @param storage how it is stored
 * @param security row security
 * @param ofType the composite type of a typed table
 * @param foreign for a foreign table, where its rows are
 */
public record Table(
    ObjectId id,
    Traits traits,
    List<Column> columns,
    List<ObjectId> parents,
    Partition partition,
    Storage storage,
    RowSecurity security,
    Optional<String> ofType,
    Optional<Foreign> foreign)
    implements SchemaObject {

  /** Copies the lists. */
  public Table {
    columns = List.copyOf(columns);
    parents = List.copyOf(parents);
  }

  /**
   * A table's place in partitioning; both are present for a partition that is divided again.
   *
   * @param key {@code RANGE (created_at)} for a partitioned table
   * @param bound {@code FOR VALUES FROM … TO …} or {@code DEFAULT} for a partition
   */
  public record Partition(Optional<String> key, Optional<String> bound) {}

  /**
   * How a table is stored, and what goes by its rows.
   *
   * @param unlogged without write-ahead log
   * @param accessMethod absent where there is nothing to store
   * @param tablespace absent for the database's default
   * @param options storage parameters; those of the TOAST table begin with {@code toast.}
   * @param replicaIdentity {@code DEFAULT}, {@code FULL}, {@code NOTHING} or {@code USING INDEX
   *     name}
   * @param clusterOn the index it was last clustered on
   */
  public record Storage(
      boolean unlogged,
      Optional<String> accessMethod,
      Optional<String> tablespace,
      SortedMap<String, String> options,
      String replicaIdentity,
      Optional<String> clusterOn) {

    /** Copies the options. */
    public Storage {
      options = Options.sorted(options);
    }
  }

  /** Whether policies hold, and whether for the owner as well. */
  public record RowSecurity(boolean enabled, boolean forced) {}

  /** Where a foreign table's rows are. */
  public record Foreign(String server, SortedMap<String, String> options) {

    /** Copies the options. */
    public Foreign {
      options = Options.sorted(options);
    }
  }
}
