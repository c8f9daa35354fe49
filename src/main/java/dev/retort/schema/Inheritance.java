package dev.retort.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a table has from its parents. A table that was made a child, or whose parents were given
 * columns later, may have its columns in an order that no declaration gives. It is then taken for
 * one that declares them all itself, in its own order, and only then became a child.
 */
public final class Inheritance {
  private Inheritance() {}

  /** Whether {@code CREATE TABLE … INHERITS} gives the columns in the order they have. */
  public static boolean declared(Table table, List<Table> parents) {
    if (parents.isEmpty() || table.partition().bound().isPresent()) {
      return false;
    }
    Set<String> names = new LinkedHashSet<>();
    parents.forEach(parent -> parent.columns().forEach(column -> names.add(column.name())));
    table.columns().stream().filter(Column::local).forEach(column -> names.add(column.name()));
    return List.copyOf(names).equals(table.columns().stream().map(Column::name).toList());
  }

  /** The table, with all columns its own. */
  public static Table own(Table table) {
    List<Column> columns = table.columns().stream().map(Inheritance::own).toList();
    return new Table(
        table.id(),
        table.traits(),
        columns,
        table.parents(),
        table.partition(),
        table.storage(),
        table.security(),
        table.ofType(),
        table.foreign());
  }

  private static Column own(Column column) {
    Optional<Column.NotNull> notNull =
        column.notNull().map(n -> new Column.NotNull(n.name(), n.noInherit(), n.validated(), true));
    return new Column(
        column.name(),
        column.type(),
        column.collation(),
        notNull,
        column.value(),
        column.tuning(),
        true,
        column.traits());
  }

  /** The constraint, as the table's own. */
  public static Constraint own(Constraint constraint) {
    return new Constraint(
        constraint.id(),
        constraint.traits(),
        constraint.type(),
        constraint.owner(),
        constraint.columns(),
        constraint.definition(),
        true,
        constraint.index());
  }
}
