package dev.retort.postgres.catalog;

import dev.retort.schema.Constraint;
import dev.retort.schema.Inheritance;
import dev.retort.schema.ObjectId;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sees to the tables that have parents without having been declared so: see {@link Inheritance}.
 */
final class Children {
  private Children() {}

  static List<SchemaObject> plain(List<SchemaObject> objects) {
    Map<ObjectId, Table> tables = new HashMap<>();
    objects.forEach(
        object -> {
          if (object instanceof Table table) {
            tables.put(table.id(), table);
          }
        });
    Set<ObjectId> own = new HashSet<>();
    for (Table table : tables.values()) {
      List<Table> parents =
          table.parents().stream().flatMap(id -> Stream.ofNullable(tables.get(id))).toList();
      if (!table.parents().isEmpty() && !Inheritance.declared(table, parents)) {
        own.add(table.id());
      }
    }
    return objects.stream().map(object -> plain(object, own)).toList();
  }

  private static SchemaObject plain(SchemaObject object, Set<ObjectId> own) {
    return switch (object) {
      case Table table when own.contains(table.id()) -> Inheritance.own(table);
      case Constraint constraint when own.contains(constraint.owner()) ->
          Inheritance.own(constraint);
      default -> object;
    };
  }
}
