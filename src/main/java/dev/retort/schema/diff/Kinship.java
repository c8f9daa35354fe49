package dev.retort.schema.diff;

import dev.retort.schema.Constraint;
import dev.retort.schema.Inheritance;
import dev.retort.schema.ObjectId;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the tables of which one snapshot says what they have from their parents, while in the other
 * their columns stand in an order that no declaration gives: see {@link Inheritance}. Of these only
 * the order differs, not what is declared where.
 */
final class Kinship {
  private final Set<ObjectId> ordered = new TreeSet<>();

  Kinship(Map<ObjectId, SchemaObject> before, Map<ObjectId, SchemaObject> after) {
    before.forEach(
        (id, object) -> {
          if (object instanceof Table was
              && after.get(id) instanceof Table is
              && !was.parents().isEmpty()
              && was.parents().equals(is.parents())
              && Inheritance.declared(was, parents(was, before))
                  != Inheritance.declared(is, parents(is, after))) {
            ordered.add(id);
          }
        });
  }

  private static List<Table> parents(Table table, Map<ObjectId, SchemaObject> in) {
    return table.parents().stream()
        .flatMap(id -> Stream.ofNullable(in.get(id)))
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .toList();
  }

  /** The object, all its own if its table is such a one. */
  SchemaObject plain(SchemaObject object) {
    return switch (object) {
      case Table table when ordered.contains(table.id()) -> Inheritance.own(table);
      case Constraint check when ordered.contains(check.owner()) -> Inheritance.own(check);
      default -> object;
    };
  }
}
