package dev.retort.schema.ddl;

import dev.retort.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what stores and analyses a column in another way. */
final class TuningChange {
  private static final int STORAGE_DEFAULT = 160_000;

  private TuningChange() {}

  static void of(String alterTable, Column before, Column after, int version, List<String> sql) {
    String alter = alterTable + " ALTER COLUMN " + after.name();
    Column.Tuning was = before.tuning();
    Column.Tuning is = after.tuning();
    word(alter + " SET STORAGE ", was.storage(), is.storage(), usual(after, version), sql);
    word(alter + " SET COMPRESSION ", was.compression(), is.compression(), "default", sql);
    word(alter + " SET STATISTICS ", was.statistics(), is.statistics(), "-1", sql);
    TableChange.options(alter, was.options(), is.options(), sql);
    foreign(alter, was.foreignOptions(), is.foreignOptions(), sql);
  }

  /** The type's own way of storing, which has no name before version 16. */
  private static String usual(Column column, int version) {
    if (version >= STORAGE_DEFAULT) {
      return "DEFAULT";
    }
    return column.type().matches("(numeric|inet|cidr)(\\(.*\\))?") ? "MAIN" : "EXTENDED";
  }

  private static void word(
      String set, Optional<?> before, Optional<?> after, String usual, List<String> sql) {
    if (!before.equals(after)) {
      sql.add(set + after.map(String::valueOf).orElse(usual));
    }
  }

  /** Options of something foreign, by what becomes of each. */
  static void foreign(
      String alter, Map<String, String> before, Map<String, String> after, List<String> sql) {
    List<String> words = new ArrayList<>();
    before.keySet().stream()
        .filter(name -> !after.containsKey(name))
        .forEach(name -> words.add("DROP " + Sql.foreignName(name)));
    after.forEach(
        (name, value) -> {
          if (!value.equals(before.get(name))) {
            words.add(
                (before.containsKey(name) ? "SET " : "ADD ")
                    + Sql.foreignName(name)
                    + " "
                    + Sql.literal(value));
          }
        });
    if (!words.isEmpty()) {
      sql.add(alter + " OPTIONS (" + String.join(", ", words) + ")");
    }
  }
}
