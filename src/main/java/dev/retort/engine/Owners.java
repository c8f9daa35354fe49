package dev.retort.engine;

import dev.retort.schema.SchemaObject;
import dev.retort.schema.Snapshot;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whose a database's objects are. */
final class Owners {
  private static final String PREDEFINED = "pg_";

  private Owners() {}

  /** The role that has most of them, which is the one that migrations are run as. */
  static Optional<String> usual(Snapshot schema) {
    return schema.objects().stream()
        .map(SchemaObject::traits)
        .flatMap(traits -> traits.owner().stream())
        .filter(owner -> !owner.startsWith(PREDEFINED))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Comparator.comparing(Map.Entry::getKey)))
        .map(Map.Entry::getKey);
  }
}
