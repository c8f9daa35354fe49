package dev.retort.schema.ddl;

import dev.retort.schema.Domain;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.RangeType;
import dev.retort.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes what gives an object another name for as long as columns are still of it, so that the new
 * one can have the name. A range type comes with a multirange type and with functions that make its
 * values, of the same names.
 */
final class Aside {
  private static final String SUFFIX = "_retort_old";

  private Aside() {}

  /** The name meanwhile. */
  static String name(String name) {
    return name.endsWith("\"")
        ? name.substring(0, name.length() - 1) + SUFFIX + '"'
        : name + SUFFIX;
  }

  static boolean isPossible(ObjectId id) {
    return switch (id.kind()) {
      case TYPE, DOMAIN, COLLATION, ACCESS_METHOD, FUNCTION, OPERATOR_CLASS, OPERATOR_FAMILY ->
          true;
      default -> false;
    };
  }

  static List<String> of(SchemaObject object) {
    ObjectId id = object.id();
    List<String> sql = new ArrayList<>();
    sql.add("ALTER " + id.kind().words() + " " + id.reference() + " RENAME TO " + name(id.name()));
    if (object instanceof Domain domain && domain.notNull().isPresent()) {
      // The new one's constraint would get another name while this one's has the usual.
      sql.add("ALTER DOMAIN " + id.schema() + "." + name(id.name()) + " DROP NOT NULL");
    }
    if (object instanceof RangeType range) {
      String type = id.schema() + "." + name(id.name());
      String subtype = range.options().getOrDefault("subtype", "");
      for (String arguments :
          List.of(subtype + ", " + subtype, subtype + ", " + subtype + ", text")) {
        sql.add(function(id.qualified(), arguments, id.name()));
      }
      multirange(range)
          .ifPresent(
              name -> {
                String simple = name.substring(name.indexOf('.') + 1);
                sql.add("ALTER TYPE " + name + " RENAME TO " + name(simple));
                for (String arguments : List.of("", type, "VARIADIC " + type + "[]")) {
                  sql.add(function(name, arguments, simple));
                }
              });
    }
    return sql;
  }

  private static String function(String name, String arguments, String simple) {
    return "ALTER FUNCTION " + name + "(" + arguments + ") RENAME TO " + name(simple);
  }

  /** The multirange type's name with its schema. */
  static Optional<String> multirange(RangeType range) {
    return Optional.ofNullable(range.options().get("multirange_type_name"))
        .map(name -> name.contains(".") ? name : range.id().schema() + "." + name);
  }

  /** What takes it away at the end; what stands in a circle with it goes with it. */
  static String drop(SchemaObject object, boolean circular) {
    ObjectId id = object.id();
    String name = id.schema().isEmpty() ? name(id.name()) : id.schema() + "." + name(id.name());
    String using =
        id.kind() == ObjectKind.OPERATOR_CLASS || id.kind() == ObjectKind.OPERATOR_FAMILY
            ? " USING " + id.detail()
            : "";
    return "DROP "
        + id.kind().words()
        + (circular ? " IF EXISTS " : " ")
        + name
        + using
        + (circular ? " CASCADE" : "");
  }
}
