package dev.retort.postgres.catalog;

import dev.retort.schema.Column;
import dev.retort.schema.Column.NotNull;
import dev.retort.schema.Column.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the columns of everything that has some. */
final class ColumnReader {
  private final Map<Long, List<Column>> columns = new HashMap<>();
  private final Map<SequenceReader.ColumnKey, String> names = new HashMap<>();
  private final Map<Address, SequenceReader.ColumnKey> defaults = new HashMap<>();

  ColumnReader(List<Row> rows, Draft draft, SequenceReader sequences) {
    rows.forEach(row -> read(row, draft, sequences));
  }

  private void read(Row row, Draft draft, SequenceReader sequences) {
    long relation = row.number();
    long number = row.number();
    String name = row.text();
    names.put(new SequenceReader.ColumnKey(relation, number), name);
    String type = row.text();
    Optional<String> collation = row.maybe();
    boolean required = row.is();
    NotNull notNull = new NotNull(row.maybe(), row.is(), row.is(), row.is());
    row.maybe()
        .ifPresent(
            oid ->
                defaults.put(
                    new Address(Address.DEFAULT, Long.parseLong(oid)),
                    new SequenceReader.ColumnKey(relation, number)));
    Optional<Value> value = value(row.maybe(), row.text(), row.text(), sequences, relation, number);
    Column.Tuning tuning =
        new Column.Tuning(
            row.maybe(), row.maybe(), row.maybeNumber(), row.options(), row.options());
    columns
        .computeIfAbsent(relation, r -> new ArrayList<>())
        .add(
            new Column(
                name,
                type,
                collation,
                required ? Optional.of(notNull) : Optional.empty(),
                value,
                tuning,
                row.is(),
                draft.traits().ofColumn(relation, (int) number)));
  }

  private static Optional<Value> value(
      Optional<String> expression,
      String generated,
      String identity,
      SequenceReader sequences,
      long relation,
      long number) {
    if (!identity.isEmpty()) {
      return sequences
          .identity(relation, number)
          .map(sequence -> new Value.Identity(identity.equals("a"), sequence));
    }
    return expression.map(
        text ->
            generated.isEmpty()
                ? new Value.Default(text)
                : new Value.Generated(text, generated.equals("s")));
  }

  /** A relation's columns in order. */
  List<Column> of(long relation) {
    return columns.getOrDefault(relation, List.of());
  }

  /** The names of all columns. */
  Map<SequenceReader.ColumnKey, String> names() {
    return names;
  }

  /** The columns that default expressions belong to. */
  Map<Address, SequenceReader.ColumnKey> defaults() {
    return defaults;
  }
}
