package dev.retort.schema.ddl;

import dev.retort.schema.Dependency;
import dev.retort.schema.ObjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What needs what, while pieces are merged. */
final class Needs {
  private final Map<ObjectId, Set<ObjectId>> objects = new HashMap<>();
  private final Map<ObjectId, Map<String, Set<ObjectId>>> columns = new HashMap<>();

  Needs(List<Dependency> dependencies) {
    for (Dependency d : dependencies) {
      if (d.column().isEmpty()) {
        objects.computeIfAbsent(d.from(), f -> new HashSet<>()).add(d.on());
      } else {
        columns
            .computeIfAbsent(d.from(), f -> new HashMap<>())
            .computeIfAbsent(d.column().get(), c -> new HashSet<>())
            .add(d.on());
      }
    }
  }

  Set<Piece.Key> of(ObjectId id) {
    return keys(objects.getOrDefault(id, Set.of()));
  }

  Set<Piece.Key> ofColumn(ObjectId id, String column) {
    return keys(columns.getOrDefault(id, Map.of()).getOrDefault(column, Set.of()));
  }

  private static Set<Piece.Key> keys(Set<ObjectId> ids) {
    Set<Piece.Key> keys = new HashSet<>();
    ids.forEach(id -> keys.add(Piece.Key.of(id)));
    return keys;
  }

  /** Lets a table declare a constraint itself, if nothing that this needs needs the table. */
  boolean merge(ObjectId part, ObjectId table) {
    return merge(objects.getOrDefault(part, Set.of()), table);
  }

  /** Likewise a column's default. */
  boolean mergeColumn(ObjectId table, String column) {
    return merge(columns.getOrDefault(table, Map.of()).getOrDefault(column, Set.of()), table);
  }

  /** What a column needs that can only be declared with its table. */
  void takeColumn(ObjectId table, String column) {
    objects
        .computeIfAbsent(table, t -> new HashSet<>())
        .addAll(columns.getOrDefault(table, Map.of()).getOrDefault(column, Set.of()));
  }

  private boolean merge(Set<ObjectId> needed, ObjectId table) {
    for (ObjectId need : needed) {
      if (!need.equals(table) && reaches(need, table)) {
        return false;
      }
    }
    objects.computeIfAbsent(table, t -> new HashSet<>()).addAll(needed);
    return true;
  }

  private boolean reaches(ObjectId from, ObjectId to) {
    Set<ObjectId> seen = new HashSet<>();
    List<ObjectId> open = new ArrayList<>(List.of(from));
    while (!open.isEmpty()) {
      ObjectId id = open.removeLast();
      if (id.equals(to)) {
        return true;
      }
      if (seen.add(id)) {
        open.addAll(objects.getOrDefault(id, Set.of()));
      }
    }
    return false;
  }
}
