package dev.retort.engine;

import dev.retort.revision.RevisionId;
import dev.retort.schema.Snapshot;
import dev.retort.schema.diff.SchemaDiff;
import dev.retort.shadow.ObjectChange;
import java.util.List;
import java.util.Optional;

/**
 * How a database differs from what its own heads lead to.
 *
 * @param heads the rows of its version table
 * @param expected the schema that they lead to
 * @param found the schema it has
 * @param changes from the one to the other, object by object; empty where there is no drift
 * @param remark what the reader is to know of the comparison
 */
public record Drift(
    List<RevisionId> heads,
    Snapshot expected,
    Snapshot found,
    List<ObjectChange> changes,
    Optional<String> remark) {
  /** Copies the lists. */
  public Drift {
    heads = List.copyOf(heads);
    changes = List.copyOf(changes);
  }

  /**
   * Whether the database differs in nothing but the order of columns, as it does where branches
   * were applied in another order. No statement can change that, so it is told but is no failure;
   * {@code verify} judges a way back the same.
   */
  public boolean onlyColumnOrder() {
    return SchemaDiff.between(expected, found).onlyColumnOrder();
  }
}
