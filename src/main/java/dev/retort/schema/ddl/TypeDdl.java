package dev.retort.schema.ddl;

import dev.retort.schema.BaseType;
import dev.retort.schema.Column;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Constraint;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectId;
import dev.retort.schema.RangeType;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Writes types. */
final class TypeDdl {
  private TypeDdl() {}

  static String of(EnumType type) {
    return begin(type.id())
        + " AS ENUM "
        + Sql.lines(type.labels().stream().map(Sql::literal).toList());
  }

  static String of(CompositeType type) {
    return begin(type.id())
        + " AS "
        + Sql.lines(
            type.attributes().stream()
                .map(column -> ColumnDdl.full(type.id(), column, false))
                .toList());
  }

  static String of(RangeType type) {
    return begin(type.id()) + " AS RANGE " + options(type.options());
  }

  static String of(BaseType type) {
    return type.options().isEmpty()
        ? begin(type.id())
        : begin(type.id()) + " " + options(type.options());
  }

  /** A type of which only the name is known, for its functions to refer to. */
  static String shell(ObjectId id) {
    return begin(id);
  }

  /**
   * A domain.
   *
   * @param checks constraints that can be declared with it
   */
  static String of(Domain domain, List<Constraint> checks) {
    return "CREATE DOMAIN "
        + domain.id().qualified()
        + " AS "
        + domain.type()
        + domain.collation().map(collation -> " COLLATE " + collation).orElse("")
        + domain.defaultValue().map(value -> " DEFAULT " + value).orElse("")
        + domain.notNull().map(TypeDdl::notNull).orElse("")
        + checks.stream()
            .map(check -> "\n    CONSTRAINT " + check.id().name() + " " + check.definition())
            .collect(Collectors.joining());
  }

  private static String notNull(Column.NotNull notNull) {
    return notNull.name().map(name -> " CONSTRAINT " + name).orElse("") + " NOT NULL";
  }

  private static String begin(ObjectId id) {
    return "CREATE TYPE " + id.qualified();
  }

  private static String options(SortedMap<String, String> options) {
    return Sql.lines(
        options.entrySet().stream().map(o -> o.getKey() + " = " + o.getValue()).toList());
  }
}
