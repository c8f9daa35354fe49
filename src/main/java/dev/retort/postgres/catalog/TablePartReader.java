package dev.retort.postgres.catalog;

import dev.retort.schema.Constraint;
import dev.retort.schema.Firing;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.Policy;
import dev.retort.schema.Rule;
import dev.retort.schema.Traits;
import dev.retort.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Reads what belongs to a table, once the tables are known. */
final class TablePartReader {
  private final Draft draft;

  TablePartReader(Draft draft) {
    this.draft = draft;
  }

  /** Partitions' constraints refer to their parents', so names come first. */
  void constraints(List<Row> rows) {
    List<ConstraintRow> known = new ArrayList<>();
    for (Row row : rows) {
      ConstraintRow.read(row, draft).ifPresent(known::add);
    }
    known.forEach(row -> row.addTo(draft));
  }

  /** Likewise. */
  void indexes(List<Row> rows, RelationReader relations) {
    List<IndexRow> known = new ArrayList<>();
    for (Row row : rows) {
      IndexRow.read(row, draft).ifPresent(known::add);
    }
    known.forEach(row -> row.addTo(draft, relations));
  }

  void triggers(List<Row> rows) {
    for (Row row : rows) {
      Address address = new Address("pg_trigger", row.number());
      Optional<ObjectId> table = draft.id(Address.relation(row.number()));
      String name = row.text();
      table.ifPresent(
          on ->
              draft.add(
                  address,
                  new Trigger(
                      part(ObjectKind.TRIGGER, on, name),
                      traits(address),
                      on,
                      row.text(),
                      firing(row.text()),
                      row.is())));
    }
  }

  void rules(List<Row> rows) {
    for (Row row : rows) {
      Address address = new Address("pg_rewrite", row.number());
      Optional<ObjectId> table = draft.id(Address.relation(row.number()));
      String name = row.text();
      String definition = row.text();
      Firing firing = firing(row.text());
      if (table.isPresent() && row.is()) {
        draft.name(address, table.get());
      } else if (table.isPresent()) {
        ObjectId id = part(ObjectKind.RULE, table.get(), name);
        draft.add(address, new Rule(id, traits(address), table.get(), definition, firing));
      }
    }
  }

  void policies(List<Row> rows) {
    for (Row row : rows) {
      Address address = new Address("pg_policy", row.number());
      Optional<ObjectId> table = draft.id(Address.relation(row.number()));
      String name = row.text();
      table.ifPresent(
          on ->
              draft.add(
                  address,
                  new Policy(
                      part(ObjectKind.POLICY, on, name),
                      traits(address),
                      on,
                      row.text(),
                      row.is(),
                      row.list(),
                      row.maybe(),
                      row.maybe())));
    }
  }

  private Traits traits(Address address) {
    return draft.traits().of(address, Optional.empty());
  }

  static ObjectId part(ObjectKind kind, ObjectId of, String name) {
    return new ObjectId(kind, of.schema(), name, of.name());
  }

  private static Firing firing(String letter) {
    return switch (letter) {
      case "D" -> Firing.DISABLED;
      case "R" -> Firing.REPLICA;
      case "A" -> Firing.ALWAYS;
      default -> Firing.ORIGIN;
    };
  }

  /** A constraint, but for what its parent is called. */
  private record ConstraintRow(
      Address address,
      ObjectId id,
      ObjectId owner,
      Constraint.Type type,
      boolean local,
      List<String> columns,
      String definition,
      long index,
      Optional<String> tablespace,
      SortedMap<String, String> options,
      long parent) {

    static Optional<ConstraintRow> read(Row row, Draft draft) {
      Address address = new Address(Address.CONSTRAINT, row.number());
      Optional<ObjectId> table = draft.id(Address.relation(row.number()));
      Optional<ObjectId> domain = draft.id(Address.type(row.number()));
      if (table.or(() -> domain).isEmpty()) {
        return Optional.empty();
      }
      ObjectId owner = table.or(() -> domain).get();
      ObjectId id = part(ObjectKind.CONSTRAINT, owner, row.text());
      draft.name(address, id);
      ConstraintRow read =
          new ConstraintRow(
              address,
              id,
              owner,
              type(row.text()),
              row.is(),
              row.list(),
              row.text(),
              row.number(),
              row.maybe(),
              row.options(),
              row.number());
      if (read.index() != 0) {
        draft.name(Address.relation(read.index()), id);
      }
      return Optional.of(read);
    }

    private static Constraint.Type type(String letter) {
      return switch (letter) {
        case "p" -> Constraint.Type.PRIMARY_KEY;
        case "u" -> Constraint.Type.UNIQUE;
        case "x" -> Constraint.Type.EXCLUSION;
        case "f" -> Constraint.Type.FOREIGN_KEY;
        default -> Constraint.Type.CHECK;
      };
    }

    void addTo(Draft draft) {
      Optional<Constraint.BackingIndex> backing =
          index == 0
              ? Optional.empty()
              : Optional.of(
                  new Constraint.BackingIndex(
                      tablespace,
                      options,
                      draft.id(new Address(Address.CONSTRAINT, parent)),
                      draft.traits().comment(Address.relation(index))));
      Traits traits = draft.traits().of(address, Optional.empty());
      draft.add(
          address, new Constraint(id, traits, type, owner, columns, definition, local, backing));
    }
  }

  /** An index, but for what its parent is called. */
  private record IndexRow(
      long oid,
      ObjectId id,
      ObjectId table,
      boolean unique,
      String method,
      List<String> columns,
      Optional<String> predicate,
      String definition,
      Optional<String> tablespace,
      List<String> statistics) {

    static Optional<IndexRow> read(Row row, Draft draft) {
      long oid = row.number();
      Optional<ObjectId> table = draft.id(Address.relation(row.number()));
      ObjectId id = ObjectId.of(ObjectKind.INDEX, row.text(), row.text());
      boolean unique = row.is();
      boolean valid = row.is();
      if (table.isEmpty() || draft.isLeftOut(Address.relation(oid))) {
        return Optional.empty();
      }
      if (!valid) {
        draft.omit(id.toString(), "It is invalid: its making was broken off or is under way.");
        return Optional.empty();
      }
      draft.name(Address.relation(oid), id);
      return Optional.of(
          new IndexRow(
              oid,
              id,
              table.get(),
              unique,
              row.text(),
              row.list(),
              row.maybe(),
              row.text(),
              row.maybe(),
              row.list()));
    }

    void addTo(Draft draft, RelationReader relations) {
      Address address = Address.relation(oid);
      draft.add(
          address,
          new Index(
              id,
              draft.traits().of(address, Optional.empty()),
              table,
              unique,
              method,
              columns,
              predicate,
              definition,
              tablespace,
              statistics,
              relations.parents(oid, draft).stream().findFirst()));
    }
  }
}
