package dev.retort.schema.diff;

import dev.retort.schema.Constraint;
import dev.retort.schema.ObjectId;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Guesses which objects have been renamed or moved: of all that went and came, one on either side
 * is alike but for its name. Tables come first, so that what belongs to one is sought with it.
 */
final class Renames {
  private final Map<ObjectId, SchemaObject> before;
  private final Map<ObjectId, SchemaObject> after;
  private final Map<ObjectId, Guess> guesses = new TreeMap<>();

  private Renames(Map<ObjectId, SchemaObject> before, Map<ObjectId, SchemaObject> after) {
    this.before = before;
    this.after = after;
  }

  /** The guesses, by what went. */
  static Map<ObjectId, Guess> of(
      Map<ObjectId, SchemaObject> before, Map<ObjectId, SchemaObject> after) {
    Renames renames = new Renames(before, after);
    renames.find(Table.class::isInstance);
    renames.find(object -> !(object instanceof Table));
    return renames.guesses;
  }

  private void find(Predicate<SchemaObject> which) {
    Map<ObjectId, ObjectId> tables = new HashMap<>();
    guesses.forEach((id, guess) -> tables.put(id, guess.after()));
    Map<String, List<ObjectId>> went =
        signatures(before, after, which, id -> tables.getOrDefault(id, id));
    Map<String, List<ObjectId>> came = signatures(after, before, which, id -> id);
    went.forEach(
        (signature, old) -> {
          List<ObjectId> now = came.getOrDefault(signature, List.of());
          if (old.size() == 1 && now.size() == 1) {
            ObjectId from = old.getFirst();
            ObjectId to = now.getFirst();
            Renaming.sql(from, to)
                .ifPresent(sql -> guesses.put(from, new Guess(from, to, "", "", sql)));
          }
        });
  }

  private static Map<String, List<ObjectId>> signatures(
      Map<ObjectId, SchemaObject> here,
      Map<ObjectId, SchemaObject> there,
      Predicate<SchemaObject> which,
      java.util.function.UnaryOperator<ObjectId> owner) {
    Map<String, List<ObjectId>> found = new HashMap<>();
    List<SchemaObject> only =
        here.values().stream()
            .filter(object -> !there.containsKey(object.id()) && which.test(object))
            .toList();
    if (only.isEmpty()) {
      return found;
    }
    Signatures signatures = new Signatures(checks(here), owner);
    for (SchemaObject object : only) {
      String signature = signatures.of(object);
      if (!signature.isEmpty()) {
        found.computeIfAbsent(signature, s -> new ArrayList<>()).add(object.id());
      }
    }
    return found;
  }

  private static Map<ObjectId, List<String>> checks(Map<ObjectId, SchemaObject> objects) {
    Map<ObjectId, List<String>> checks = new HashMap<>();
    objects
        .values()
        .forEach(
            object -> {
              if (object instanceof Constraint check) {
                checks
                    .computeIfAbsent(check.owner(), t -> new ArrayList<>())
                    .add(check.definition());
              }
            });
    checks.values().forEach(list -> list.sort(null));
    return checks;
  }
}
