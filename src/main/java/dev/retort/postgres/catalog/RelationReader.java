package dev.retort.postgres.catalog;

import dev.retort.schema.Column;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import dev.retort.schema.Traits;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Reads tables and views: first their names, so that all else can refer to them. */
final class RelationReader {
  private final List<Relation> relations = new ArrayList<>();
  private final Map<Long, List<Long>> parents = new HashMap<>();

  /** A row, with what tables and views have in common. */
  private record Relation(
      long oid,
      ObjectId id,
      Optional<String> owner,
      Table.Storage storage,
      Table.RowSecurity security,
      Optional<String> ofType,
      Table.Partition partition,
      String query,
      Optional<Table.Foreign> foreign) {}

  RelationReader(List<Row> rows, List<Row> parentRows, Draft draft) {
    for (Row row : rows) {
      Relation relation = read(row);
      if (draft.name(Address.relation(relation.oid()), relation.id())) {
        relations.add(relation);
      }
    }
    parentRows.forEach(
        row -> parents.computeIfAbsent(row.number(), r -> new ArrayList<>()).add(row.number()));
  }

  private static Relation read(Row row) {
    long oid = row.number();
    String schema = row.text();
    String name = row.text();
    ObjectId id = ObjectId.of(kind(row.text()), schema, name);
    Optional<String> owner = row.maybe();
    boolean unlogged = row.is();
    Optional<String> method = row.maybe();
    Optional<String> tablespace = row.maybe();
    SortedMap<String, String> options = row.options();
    String identity = row.text();
    Optional<String> cluster = row.maybe();
    return new Relation(
        oid,
        id,
        owner,
        new Table.Storage(unlogged, method, tablespace, options, identity, cluster),
        new Table.RowSecurity(row.is(), row.is()),
        row.maybe(),
        new Table.Partition(row.maybe(), row.maybe()),
        query(row.text()),
        row.maybe().map(server -> new Table.Foreign(server, row.options())));
  }

  private static String query(String definition) {
    String text = definition.strip();
    return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
  }

  private static ObjectKind kind(String letter) {
    return switch (letter) {
      case "v" -> ObjectKind.VIEW;
      case "m" -> ObjectKind.MATERIALIZED_VIEW;
      case "f" -> ObjectKind.FOREIGN_TABLE;
      default -> ObjectKind.TABLE;
    };
  }

  /** The objects that a relation, table or index, inherits from. */
  List<ObjectId> parents(long relation, Draft draft) {
    return parents.getOrDefault(relation, List.of()).stream()
        .flatMap(parent -> draft.id(Address.relation(parent)).stream())
        .toList();
  }

  void addTo(Draft draft, ColumnReader columns) {
    for (Relation relation : relations) {
      Address address = Address.relation(relation.oid());
      Traits traits = draft.traits().of(address, relation.owner());
      draft.add(address, object(relation, traits, columns.of(relation.oid()), draft));
    }
  }

  private SchemaObject object(Relation relation, Traits traits, List<Column> columns, Draft draft) {
    Table.Storage storage = relation.storage();
    if (!relation.query().isEmpty()) {
      return new View(
          relation.id(),
          traits,
          columns,
          relation.query(),
          storage.options(),
          storage.accessMethod(),
          storage.tablespace(),
          storage.clusterOn());
    }
    return new Table(
        relation.id(),
        traits,
        columns,
        parents(relation.oid(), draft),
        relation.partition(),
        storage,
        relation.security(),
        relation.ofType(),
        relation.foreign());
  }
}
