package dev.retort.postgres.catalog;

import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.Routine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads functions, procedures and aggregates. */
final class RoutineReader {
  private RoutineReader() {}

  /** The clauses of an aggregate, and whether it takes {@code *}. */
  private record Aggregate(boolean star, List<String> clauses) {}

  static void read(List<Row> rows, List<Row> aggregateRows, Draft draft) {
    Map<Long, Aggregate> aggregates = new HashMap<>();
    aggregateRows.forEach(row -> aggregates.put(row.number(), new Aggregate(row.is(), row.list())));
    for (Row row : rows) {
      long oid = row.number();
      String schema = row.text();
      String name = row.text();
      ObjectKind kind = kind(row.text());
      Optional<String> owner = row.maybe();
      ObjectId id = new ObjectId(kind, schema, name, row.text());
      String server = row.text();
      String result = row.text();
      String arguments = row.text();
      Address address = new Address("pg_proc", oid);
      Aggregate aggregate = aggregates.get(oid);
      String definition =
          aggregate == null ? server : aggregate(id.qualified(), aggregate, arguments);
      draft.add(
          address,
          new Routine(id, draft.traits().of(address, owner), definition, result, arguments));
    }
  }

  private static ObjectKind kind(String letter) {
    return switch (letter) {
      case "a" -> ObjectKind.AGGREGATE;
      case "p" -> ObjectKind.PROCEDURE;
      default -> ObjectKind.FUNCTION;
    };
  }

  private static String aggregate(String name, Aggregate aggregate, String arguments) {
    return "CREATE AGGREGATE "
        + name
        + "("
        + (aggregate.star() ? "*" : arguments)
        + ") (\n    "
        + String.join(",\n    ", aggregate.clauses())
        + "\n)";
  }
}
