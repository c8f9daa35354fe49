package dev.retort.schema.ddl;

import dev.retort.schema.Column;
import dev.retort.schema.Dependency;
import dev.retort.schema.Domain;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Snapshot;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds domains of which a column has values within others: the server cannot look for values there
 * that a new check would forbid, and refuses to add one (manual, ALTER DOMAIN).
 */
final class DomainUses {
  private final Map<ObjectId, SchemaObject> objects;
  private final Map<ObjectId, List<Dependency>> dependents;

  DomainUses(Snapshot snapshot, Map<ObjectId, List<Dependency>> dependents) {
    this.objects = snapshot.byId();
    this.dependents = dependents;
  }

  /** A type on the way from a domain to columns, and whether the domain is within it by then. */
  private record Step(ObjectId type, boolean within) {}

  /** Whether an array, composite or range column holds values of the domain. */
  boolean within(ObjectId domain) {
    Set<Step> seen = new HashSet<>();
    List<Step> open = new ArrayList<>(List.of(new Step(domain, false)));
    while (!open.isEmpty()) {
      Step step = open.removeLast();
      if (!seen.add(step)) {
        continue;
      }
      for (Dependency dependency : dependents.getOrDefault(step.type(), List.of())) {
        SchemaObject from = objects.get(dependency.from());
        if (dependency.from().kind() == ObjectKind.TYPE) {
          open.add(new Step(dependency.from(), true));
        } else if (from instanceof Domain other) {
          open.add(new Step(other.id(), step.within() || other.type().endsWith("]")));
        } else if (dependency.column().isEmpty() && holds(from, step)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean holds(@Nullable SchemaObject object, Step step) {
    List<Column> columns =
        switch (object) {
          case Table table -> table.columns();
          case View view when view.materialized() -> view.columns();
          case null, default -> List.of();
        };
    return !columns.isEmpty()
        && (step.within()
            || columns.stream().anyMatch(c -> c.type().startsWith(step.type().qualified() + "[")));
  }
}
