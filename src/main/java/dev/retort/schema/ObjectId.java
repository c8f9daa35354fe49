package dev.retort.schema;

import java.util.Locale;

/**
 * What tells an object from all others of its database. Names are as SQL writes them.
 *
 * @param kind what it is
 * @param schema where it is; empty for what is in no schema
 * @param name its name; for what has none, what stands for it: {@code (integer AS text)} for a
 *     cast, {@code FOR role SERVER name} for a user mapping
 * @param detail what else it takes: the types of a routine's or operator's arguments, separated by
 *     commas; the access method of an operator class or family; for a constraint, trigger, rule or
 *     policy the table (or domain) it belongs to, without the schema, which is the same; else empty
 */
public record ObjectId(ObjectKind kind, String schema, String name, String detail)
    implements Comparable<ObjectId> {
  /** Something that its kind, schema and name tell apart. */
  public static ObjectId of(ObjectKind kind, String schema, String name) {
    return new ObjectId(kind, schema, name, "");
  }

  /** The name with its schema, if it is in one. */
  public String qualified() {
    return qualified(name);
  }

  /**
   * The table (or domain) that a constraint, trigger, rule or policy belongs to, with its schema.
   */
  public String owner() {
    return qualified(detail);
  }

  private String qualified(String simple) {
    return schema.isEmpty() ? simple : schema + "." + simple;
  }

  /** As statements name it after its kind: {@code public.f(integer)}, {@code c ON public.t}. */
  public String reference() {
    return switch (kind) {
      case FUNCTION, PROCEDURE -> qualified() + "(" + detail + ")";
      case AGGREGATE -> qualified() + "(" + (detail.isEmpty() ? "*" : detail) + ")";
      case OPERATOR -> qualified() + " (" + detail + ")";
      case OPERATOR_CLASS, OPERATOR_FAMILY -> qualified() + " USING " + detail;
      case CONSTRAINT, TRIGGER, RULE, POLICY -> name + " ON " + owner();
      case SCHEMA,
          EXTENSION,
          LANGUAGE,
          ACCESS_METHOD,
          COLLATION,
          TYPE,
          DOMAIN,
          CAST,
          TRANSFORM,
          CONVERSION,
          TEXT_SEARCH_PARSER,
          TEXT_SEARCH_TEMPLATE,
          TEXT_SEARCH_DICTIONARY,
          TEXT_SEARCH_CONFIGURATION,
          FOREIGN_DATA_WRAPPER,
          SERVER,
          USER_MAPPING,
          SEQUENCE,
          TABLE,
          FOREIGN_TABLE,
          VIEW,
          MATERIALIZED_VIEW,
          INDEX,
          STATISTICS,
          EVENT_TRIGGER,
          PUBLICATION,
          SUBSCRIPTION,
          DEFAULT_PRIVILEGES ->
          qualified();
    };
  }

  /** By schema, kind, and then name. */
  @Override
  public int compareTo(ObjectId other) {
    // By hand: a schema of a thousand tables compares them by the million.
    int order = schema.compareTo(other.schema);
    if (order == 0) {
      order = kind.compareTo(other.kind);
    }
    if (order == 0) {
      order = detail.compareTo(other.detail);
    }
    return order == 0 ? name.compareTo(other.name) : order;
  }

  /** For people: {@code table public.orders}. */
  @Override
  public String toString() {
    return kind.words().toLowerCase(Locale.ROOT) + " " + reference();
  }
}
