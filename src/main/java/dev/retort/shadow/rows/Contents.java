package dev.retort.shadow.rows;

import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.Snapshot;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows of a database's tables at one moment, as far as there are not too many. */
public final class Contents {
  private static final int MOST_ROWS = 2000;

  private final Map<ObjectId, TableRows> tables;

  private Contents(Map<ObjectId, TableRows> tables) {
    this.tables = tables;
  }

  /** One table's. */
  private record TableRows(
      List<String> columns, List<String> key, List<List<Optional<String>>> rows) {

    /** A row's key, as one text; a row without one has none. */
    Optional<String> keyOf(List<Optional<String>> row, List<String> by) {
      StringBuilder text = new StringBuilder();
      for (String column : by) {
        Optional<String> value = row.get(columns.indexOf(column));
        value.ifPresent(known -> text.append(known.length()).append(':').append(known));
      }
      return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    Map<String, List<Optional<String>>> byKey(List<String> by) {
      Map<String, List<Optional<String>>> map = new LinkedHashMap<>();
      rows.forEach(row -> keyOf(row, by).ifPresent(value -> map.put(value, row)));
      return map;
    }
  }

  /** Reads them. A table with more rows than can be compared soon is left out. */
  public static Contents read(Snapshot schema, RowSession session) {
    Map<ObjectId, List<String>> keys =
        schema.objects().stream()
            .filter(Constraint.class::isInstance)
            .map(Constraint.class::cast)
            .filter(constraint -> constraint.type() == Constraint.Type.PRIMARY_KEY)
            .collect(Collectors.toMap(Constraint::owner, Constraint::columns, (a, b) -> a));
    Map<ObjectId, TableRows> tables = new LinkedHashMap<>();
    for (Table table : tables(schema)) {
      List<String> columns = table.columns().stream().map(Column::name).toList();
      if (!columns.isEmpty()) {
        String list = columns.stream().map(c -> c + "::text").collect(Collectors.joining(", "));
        String sql =
            "SELECT " + list + " FROM " + table.id().qualified() + " LIMIT " + (MOST_ROWS + 1);
        List<List<Optional<String>>> rows = session.query(sql);
        if (rows.size() <= MOST_ROWS) {
          List<String> key = keys.getOrDefault(table.id(), List.of());
          tables.put(table.id(), new TableRows(columns, key, rows));
        }
      }
    }
    return new Contents(tables);
  }

  /** Whether there is no row at all. */
  public boolean empty() {
    return tables.values().stream().allMatch(table -> table.rows().isEmpty());
  }

  /** Tables that hold rows of their own, or whose partitions do. */
  static List<Table> tables(Snapshot schema) {
    return schema.objects().stream()
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .filter(table -> table.id().kind() == ObjectKind.TABLE)
        .filter(table -> table.partition().bound().isEmpty())
        .toList();
  }

  /** What is not here any more, or other than it was before. */
  public List<Loss> since(Contents before) {
    List<Loss> losses = new ArrayList<>();
    before.tables.forEach(
        (id, rows) -> {
          if (!rows.rows().isEmpty()) {
            compare(id.qualified(), rows, Optional.ofNullable(tables.get(id)), losses);
          }
        });
    return losses;
  }

  private static void compare(
      String table, TableRows before, Optional<TableRows> after, List<Loss> losses) {
    int count = before.rows().size();
    if (after.isEmpty() || after.get().rows().isEmpty()) {
      losses.add(new Loss(Loss.Kind.LOST, table, "", count, count));
    } else if (!before.key().isEmpty() && after.get().columns().containsAll(before.key())) {
      compareByKey(table, before, after.get(), losses);
    } else {
      before.columns().forEach(column -> compareColumn(table, column, before, after.get(), losses));
    }
  }

  private static void compareByKey(
      String table, TableRows before, TableRows after, List<Loss> losses) {
    Map<String, List<Optional<String>>> was = before.byKey(before.key());
    Map<String, List<Optional<String>>> is = after.byKey(before.key());
    int gone = (int) was.keySet().stream().filter(key -> !is.containsKey(key)).count();
    int left = (int) is.keySet().stream().filter(key -> !was.containsKey(key)).count();
    add(new Loss(Loss.Kind.LOST, table, "", gone, was.size()), losses);
    add(new Loss(Loss.Kind.LEFT, table, "", left, is.size()), losses);
    for (int i = 0; i < before.columns().size(); i++) {
      int there = after.columns().indexOf(before.columns().get(i));
      int lost = 0;
      int changed = 0;
      int of = 0;
      for (Map.Entry<String, List<Optional<String>>> row : was.entrySet()) {
        Optional<String> value = row.getValue().get(i);
        List<Optional<String>> now = is.get(row.getKey());
        if (value.isPresent() && now != null) {
          of++;
          Optional<String> found = there < 0 ? Optional.empty() : now.get(there);
          lost += found.isEmpty() ? 1 : 0;
          changed += found.isPresent() && !found.equals(value) ? 1 : 0;
        }
      }
      String column = before.columns().get(i);
      add(new Loss(Loss.Kind.LOST, table, column, lost, of), losses);
      add(new Loss(Loss.Kind.CHANGED, table, column, changed, of), losses);
    }
  }

  /** Without a key nobody can say which row is which; that a value is nowhere can be said. */
  private static void compareColumn(
      String table, String column, TableRows before, TableRows after, List<Loss> losses) {
    int there = after.columns().indexOf(column);
    Map<String, Integer> left = new HashMap<>();
    if (there >= 0) {
      after.rows().forEach(row -> row.get(there).ifPresent(v -> left.merge(v, 1, Integer::sum)));
    }
    int here = before.columns().indexOf(column);
    int lost = 0;
    int of = 0;
    for (List<Optional<String>> row : before.rows()) {
      Optional<String> value = row.get(here);
      if (value.isPresent()) {
        of++;
        lost += left.merge(value.get(), -1, Integer::sum) < 0 ? 1 : 0;
      }
    }
    add(new Loss(Loss.Kind.LOST, table, column, lost, of), losses);
  }

  private static void add(Loss loss, List<Loss> losses) {
    if (loss.count() > 0) {
      losses.add(loss);
    }
  }
}
