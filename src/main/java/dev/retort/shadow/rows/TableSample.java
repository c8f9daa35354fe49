package dev.retort.shadow.rows;

import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Table;
import dev.retort.shadow.rows.RowSession.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The sample rows of one table. */
final class TableSample {
  private static final int TRIES = 150;
  private static final int TRIES_LATER = 12;

  private final Table table;
  private final List<Constraint> constraints;
  private final RowSession session;
  private final Map<String, Candidates> candidates = new LinkedHashMap<>();
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Map<String, List<String>> referenced = new HashMap<>();

  /** Which candidate of each column is to be tried. */
  private final Map<String, Integer> chosen = new HashMap<>();

  /** The same numbers at every look. */
  private final Random random = new Random(42);

  TableSample(Table table, List<Constraint> constraints, SqlValues values, RowSession session) {
    this.table = table;
    this.constraints = constraints;
    this.session = session;
    for (Column column : table.columns()) {
      if (SampleRows.settable(column)) {
        columns.put(column.name(), column);
        candidates.put(column.name(), new Candidates(column, checksOn(column.name()), values));
      }
    }
  }

  private List<String> checksOn(String column) {
    return constraints.stream()
        .filter(constraint -> constraint.type() == Constraint.Type.CHECK)
        .filter(constraint -> constraint.columns().contains(column))
        .map(Constraint::definition)
        .toList();
  }

  /** Why it has got no row at all; nothing if it has got some. */
  Optional<String> fill(int count) {
    Optional<String> problem = readReferenced(count);
    if (problem.isPresent()) {
      return problem;
    }
    for (int row = 0; row < count; row++) {
      Optional<String> refused = insert(row, row == 0 ? TRIES : TRIES_LATER);
      if (refused.isPresent()) {
        if (row == 0) {
          return refused;
        }
      }
    }
    return Optional.empty();
  }

  /** Keys that other tables have; a column without any is left null, or else there is no row. */
  private Optional<String> readReferenced(int count) {
    for (Constraint constraint : constraints) {
      Optional<Reference> reference = Reference.of(constraint);
      if (reference.isEmpty() || reference.get().table().equals(table.id().qualified())) {
        continue;
      }
      Optional<String> problem = readReferenced(reference.get(), count);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<String> readReferenced(Reference reference, int count) {
    String keys = String.join("::text, ", reference.keys()) + "::text";
    List<List<Optional<String>>> rows =
        session.query(
            "SELECT " + keys + " FROM " + reference.table() + " ORDER BY 1 LIMIT " + count);
    for (int i = 0; i < reference.columns().size(); i++) {
      Column column = columns.get(reference.columns().get(i));
      if (column == null) {
        continue;
      }
      if (rows.isEmpty() && column.notNull().isPresent()) {
        return Optional.of("it refers to " + reference.table() + ", which has no rows");
      }
      List<String> values = new ArrayList<>();
      for (List<Optional<String>> row : rows) {
        values.add(row.get(i).map(text -> SqlValues.literal(text, column.type())).orElse("NULL"));
      }
      referenced.put(column.name(), values);
    }
    return Optional.empty();
  }

  private Optional<String> insert(int row, int tries) {
    String reason = "no row passes its checks";
    for (int attempt = 0; attempt < tries; attempt++) {
      Map<String, String> values = new LinkedHashMap<>();
      for (Column column : columns.values()) {
        Optional<String> value = value(column, row);
        if (value.isPresent()) {
          values.put(column.name(), value.get());
        } else if (column.notNull().isPresent() && column.value().isEmpty()) {
          return Optional.of(
              "no value can be made for column " + column.name() + " (" + column.type() + ")");
        }
      }
      Optional<Refusal> refusal = session.insert(sql(values));
      if (refusal.isEmpty()) {
        return Optional.empty();
      }
      reason = refusal.get().message();
      if (!chooseOthers(refusal.get())) {
        return Optional.of(reason);
      }
    }
    return Optional.of(reason);
  }

  private Optional<String> value(Column column, int row) {
    List<String> keys = referenced.get(column.name());
    if (keys != null) {
      return keys.isEmpty() ? Optional.empty() : Optional.of(keys.get(row % keys.size()));
    }
    Candidates all = candidates.get(column.name());
    return all == null
        ? Optional.empty()
        : all.get(chosen.getOrDefault(column.name(), 0) % all.count(), row);
  }

  private String sql(Map<String, String> values) {
    return values.isEmpty()
        ? "INSERT INTO " + table.id().qualified() + " DEFAULT VALUES"
        : "INSERT INTO "
            + table.id().qualified()
            + " ("
            + String.join(", ", values.keySet())
            + ") VALUES ("
            + String.join(", ", values.values())
            + ")";
  }

  /**
   * Other candidates for the columns that the server's refusal is about; false if there are none.
   */
  private boolean chooseOthers(Refusal refusal) {
    List<String> about =
        constraints.stream()
            .filter(c -> refusal.constraint().filter(c.id().name()::equals).isPresent())
            .flatMap(c -> c.columns().stream())
            .filter(candidates::containsKey)
            .toList();
    List<String> free =
        (about.isEmpty() ? List.copyOf(candidates.keySet()) : about)
            .stream().filter(name -> candidate(name).count() > 1).toList();
    if (free.isEmpty()) {
      return false;
    }
    if (free.size() == 1) {
      chosen.merge(free.getFirst(), 1, Integer::sum);
    } else {
      free.forEach(name -> chosen.put(name, random.nextInt(candidate(name).count())));
    }
    return true;
  }

  private Candidates candidate(String name) {
    return java.util.Objects.requireNonNull(candidates.get(name));
  }
}
