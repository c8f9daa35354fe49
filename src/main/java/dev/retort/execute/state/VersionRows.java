package dev.retort.execute.state;

import dev.retort.plan.Interruption;
import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the version table says.
 *
 * @param table its name with its schema, quoted where SQL needs it
 * @param exists whether there is such a table; if not, {@code table} is where it would be created
 * @param heads its rows in the table's own order, which is the one Alembic sees
 * @param interruption the mark of a step that began and did not end
 * @param room how many characters an id may have; absent where there is no table, or no limit
 */
public record VersionRows(
    String table,
    boolean exists,
    List<RevisionId> heads,
    Optional<Interruption> interruption,
    OptionalInt room) {

  /** Copies the list. */
  public VersionRows {
    heads = List.copyOf(heads);
  }

  /** Rows of a table that sets no limit to ids. */
  public VersionRows(
      String table, boolean exists, List<RevisionId> heads, Optional<Interruption> interruption) {
    this(table, exists, heads, interruption, OptionalInt.empty());
  }
}
