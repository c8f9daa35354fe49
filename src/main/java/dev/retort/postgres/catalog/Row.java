package dev.retort.postgres.catalog;

import dev.retort.postgres.Rows;
import dev.retort.schema.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A row of a query, whose columns are taken one after the other. */
final class Row {
  private final Rows rows;
  private final int row;
  private int column;

  private Row(Rows rows, int row) {
    this.rows = rows;
    this.row = row;
  }

  static List<Row> all(Rows rows) {
    List<Row> all = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      all.add(new Row(rows, i));
    }
    return all;
  }

  /** The next value; absent for null. */
  Optional<String> maybe() {
    return rows.get(row, column++);
  }

  /** The next value; empty for null. */
  String text() {
    return maybe().orElse("");
  }

  /** The next value; false for null. */
  boolean is() {
    return text().equals("t");
  }

  /** The next value; 0 for null. */
  long number() {
    return maybe().map(Long::parseLong).orElse(0L);
  }

  /** The next value; absent for null. */
  Optional<Integer> maybeNumber() {
    return maybe().map(Integer::parseInt);
  }

  /** An array of texts; empty for null. */
  List<String> list() {
    return ArrayText.parse(text());
  }

  /** An array of {@code name=value}; empty for null. */
  SortedMap<String, String> options() {
    List<String> list = list();
    if (list.isEmpty()) {
      return Options.NONE;
    }
    SortedMap<String, String> options = new TreeMap<>();
    for (String option : list) {
      int equals = option.indexOf('=');
      if (equals < 0) {
        options.put(option, "");
      } else {
        options.put(option.substring(0, equals), option.substring(equals + 1));
      }
    }
    return options;
  }
}
