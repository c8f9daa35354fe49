package dev.retort.shadow.rows;

import dev.retort.schema.Constraint;
import dev.retort.schema.ObjectId;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables so that what a foreign key refers to comes first, as far as there is no circle. */
final class TableOrder {
  private final Map<ObjectId, List<Constraint>> constraints;

  TableOrder(Map<ObjectId, List<Constraint>> constraints) {
    this.constraints = constraints;
  }

  List<Table> of(List<Table> tables) {
    Map<String, Table> byName = new HashMap<>();
    tables.forEach(table -> byName.put(table.id().qualified(), table));
    Set<Table> ordered = new LinkedHashSet<>();
    Set<Table> begun = new LinkedHashSet<>();
    tables.forEach(table -> add(table, byName, begun, ordered));
    return new ArrayList<>(ordered);
  }

  private void add(Table table, Map<String, Table> byName, Set<Table> begun, Set<Table> ordered) {
    if (!begun.add(table)) {
      return;
    }
    for (Constraint constraint : constraints.getOrDefault(table.id(), List.of())) {
      Reference.of(constraint)
          .map(reference -> byName.get(reference.table()))
          .ifPresent(other -> add(other, byName, begun, ordered));
    }
    ordered.add(table);
  }
}
