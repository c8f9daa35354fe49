package dev.retort.postgres.catalog;

import dev.retort.schema.BaseType;
import dev.retort.schema.Column;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Domain;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.RangeType;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Traits;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Reads types and domains. */
final class TypeReader {
  private TypeReader() {}

  static void read(List<Row> rows, Draft draft, ColumnReader columns) {
    rows.forEach(row -> read(row, draft, columns));
  }

  private static void read(Row row, Draft draft, ColumnReader columns) {
    Address address = Address.type(row.number());
    String schema = row.text();
    String name = row.text();
    String letter = row.text();
    ObjectId id =
        ObjectId.of(letter.equals("d") ? ObjectKind.DOMAIN : ObjectKind.TYPE, schema, name);
    Traits traits = draft.traits().of(address, row.maybe());
    long relation = row.number();
    List<String> labels = row.list();
    String base = row.text();
    Optional<String> collation = row.maybe();
    Optional<String> value = row.maybe();
    boolean required = row.is();
    Column.NotNull notNull = new Column.NotNull(row.maybe(), false, true, true);
    SortedMap<String, String> options = row.options();
    SchemaObject object =
        switch (letter) {
          case "e" -> new EnumType(id, traits, labels);
          case "c" -> new CompositeType(id, traits, columns.of(relation));
          case "r" -> new RangeType(id, traits, options);
          case "d" ->
              new Domain(
                  id,
                  traits,
                  base,
                  collation,
                  value,
                  required ? Optional.of(notNull) : Optional.empty());
          case "b" -> new BaseType(id, traits, options);
          default -> new BaseType(id, traits, dev.retort.schema.Options.NONE);
        };
    draft.add(address, object);
    if (relation != 0) {
      draft.name(Address.relation(relation), id);
    }
  }
}
