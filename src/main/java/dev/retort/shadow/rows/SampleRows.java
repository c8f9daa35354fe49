package dev.retort.shadow.rows;

import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ObjectId;
import dev.retort.schema.Snapshot;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts sample rows into every table of a schema: values of the columns' types, keys that are in the
 * tables they refer to, and what the checks let through, by trying.
 */
public final class SampleRows {
  /** How many rows a table gets. */
  public static final int COUNT = 20;

  private final Snapshot schema;
  private final RowSession session;

  /** For a schema, in a database that has it. */
  public SampleRows(Snapshot schema, RowSession session) {
    this.schema = schema;
    this.session = session;
  }

  /**
   * A table that has got no rows.
   *
   * @param reason why, a sentence's end: {@code no value can be made for column c (type t)}
   */
  public record Skipped(String table, String reason) {}

  /** Fills the tables; those that none can be made for are returned. */
  public List<Skipped> fill() {
    Map<ObjectId, List<Constraint>> constraints = new HashMap<>();
    schema.objects().stream()
        .filter(Constraint.class::isInstance)
        .map(Constraint.class::cast)
        .forEach(c -> constraints.computeIfAbsent(c.owner(), o -> new ArrayList<>()).add(c));
    SqlValues values = new SqlValues(schema);
    List<Skipped> skipped = new ArrayList<>();
    for (Table table : new TableOrder(constraints).of(Contents.tables(schema))) {
      List<Constraint> own = constraints.getOrDefault(table.id(), List.of());
      Optional<String> failure = new TableSample(table, own, values, session).fill(COUNT);
      failure.ifPresent(why -> skipped.add(new Skipped(table.id().qualified(), why)));
    }
    return skipped;
  }

  /** Whether a row may say what goes into a column. */
  static boolean settable(Column column) {
    return switch (column.value().orElse(null)) {
      case Column.Value.Generated generated -> false;
      case Column.Value.Identity identity -> !identity.always();
      case Column.Value.Default def -> !def.expression().startsWith("nextval(");
      case null -> true;
    };
  }
}
