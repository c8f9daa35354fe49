package dev.retort.postgres.catalog;

import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads sequences; those of identity columns are kept for these. */
final class SequenceReader {
  private final Map<ColumnKey, Sequence> identities = new HashMap<>();
  private final List<Pending> owned = new ArrayList<>();

  /** A column, by its table's oid and its number. */
  record ColumnKey(long relation, long number) {}

  /** A sequence that waits for the name of its column. */
  private record Pending(Address address, Sequence sequence, ColumnKey column) {}

  SequenceReader(List<Row> rows, Draft draft) {
    rows.forEach(row -> read(row, draft));
  }

  private void read(Row row, Draft draft) {
    Address address = Address.relation(row.number());
    ObjectId id = ObjectId.of(ObjectKind.SEQUENCE, row.text(), row.text());
    Optional<String> owner = row.maybe();
    boolean unlogged = row.is();
    String type = row.text();
    Sequence.Range range =
        new Sequence.Range(
            row.number(), row.number(), row.number(), row.number(), row.number(), row.is());
    boolean identity = row.is();
    ColumnKey column = new ColumnKey(row.number(), row.number());
    Sequence sequence =
        new Sequence(
            id, draft.traits().of(address, owner), type, range, unlogged, Optional.empty());
    if (identity) {
      identities.put(column, sequence);
      draft.id(Address.relation(column.relation())).ifPresent(table -> draft.name(address, table));
    } else if (column.relation() == 0) {
      draft.add(address, sequence);
    } else if (draft.name(address, id)) {
      owned.add(new Pending(address, sequence, column));
    }
  }

  /** The sequence behind an identity column. */
  Optional<Sequence> identity(long relation, long number) {
    return Optional.ofNullable(identities.get(new ColumnKey(relation, number)));
  }

  /** Adds the sequences that a column owns, now that columns have names. */
  void addOwned(Draft draft, Map<ColumnKey, String> names) {
    for (Pending pending : owned) {
      Optional<Sequence.OwnedBy> owner =
          draft
              .id(Address.relation(pending.column().relation()))
              .map(table -> new Sequence.OwnedBy(table, names.getOrDefault(pending.column(), "")));
      Sequence s = pending.sequence();
      draft.add(
          pending.address(),
          new Sequence(s.id(), s.traits(), s.type(), s.range(), s.unlogged(), owner));
    }
  }
}
