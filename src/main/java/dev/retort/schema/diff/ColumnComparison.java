package dev.retort.schema.diff;

import dev.retort.schema.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares the columns of two tables, views or composite types. */
final class ColumnComparison {
  private final Comparison into;
  private final String word;

  /**
   * A comparison that writes to another.
   *
   * @param word {@code column} or {@code attribute}
   */
  ColumnComparison(Comparison into, String word) {
    this.into = into;
    this.word = word;
  }

  /** Compares. */
  void compare(List<Column> before, List<Column> after) {
    Map<String, Column> old = byName(before);
    Map<String, Column> now = byName(after);
    for (Column column : after) {
      Column was = old.get(column.name());
      if (was == null) {
        into.add(Difference.Mark.ADDED, part(column), describe(column));
        continue;
      }
      compare(was, column);
    }
    for (Column column : before) {
      if (!now.containsKey(column.name())) {
        into.add(
            Difference.Mark.REMOVED, part(column), describe(column) + guess(column, before, after));
      }
    }
    order(before, after);
  }

  private static String guess(Column gone, List<Column> before, List<Column> after) {
    return RenameGuess.column(gone, before, after)
        .map(name -> " (perhaps renamed to " + name + ": a guess, all else is equal)")
        .orElse("");
  }

  private void order(List<Column> before, List<Column> after) {
    List<String> old = before.stream().map(Column::name).toList();
    List<String> now = after.stream().map(Column::name).toList();
    List<String> kept = now.stream().filter(old::contains).toList();
    if (!old.stream().filter(now::contains).toList().equals(kept)) {
      into.add(
          Difference.Mark.CHANGED,
          "",
          "order of " + word + "s " + String.join(", ", old) + " → " + String.join(", ", now));
    }
  }

  private String part(Column column) {
    return word + " " + column.name();
  }

  /** A column in a few words: {@code text not null default 'x'}. */
  private static String describe(Column column) {
    return column.type()
        + (column.notNull().isPresent() ? " not null" : "")
        + column.value().map(value -> " " + value(value)).orElse("");
  }

  private static String value(Column.Value value) {
    return switch (value) {
      case Column.Value.Default(String expression) -> "default " + Comparison.shorten(expression);
      case Column.Value.Generated(String expression, boolean stored) ->
          "generated as ("
              + Comparison.shorten(expression)
              + ") "
              + (stored ? "stored" : "virtual");
      case Column.Value.Identity(boolean always, var sequence) ->
          "identity " + (always ? "always" : "by default");
    };
  }

  private void compare(Column before, Column after) {
    String part = part(after);
    into.value(part, "type", before.type(), after.type());
    into.maybe(part, "collation", before.collation(), after.collation());
    notNull(part, before, after);
    if (before.value().orElse(null) instanceof Column.Value.Identity was
        && after.value().orElse(null) instanceof Column.Value.Identity is) {
      into.value(part, "identity", value(was), value(is));
      ObjectComparison.sequence(into, part, was.sequence(), is.sequence());
    } else {
      into.maybe(
          part,
          "value",
          before.value().map(ColumnComparison::value),
          after.value().map(ColumnComparison::value));
    }
    Column.Tuning old = before.tuning();
    Column.Tuning now = after.tuning();
    into.maybe(part, "storage", old.storage(), now.storage());
    into.maybe(part, "compression", old.compression(), now.compression());
    into.maybe(part, "statistics", old.statistics(), now.statistics());
    into.options(part, "option", old.options(), now.options());
    into.options(part, "foreign option", old.foreignOptions(), now.foreignOptions());
    into.flag(part, before.local(), after.local(), "declared here", "only inherited");
    into.traits(part, before.traits(), after.traits());
  }

  private void notNull(String part, Column before, Column after) {
    into.flag(
        part, before.notNull().isPresent(), after.notNull().isPresent(), "not null", "nullable");
    if (before.notNull().isEmpty() || after.notNull().isEmpty()) {
      return;
    }
    Column.NotNull old = before.notNull().get();
    Column.NotNull now = after.notNull().get();
    into.maybe(part, "name of not null", old.name(), now.name());
    into.flag(
        part,
        old.noInherit(),
        now.noInherit(),
        "not null not for children",
        "not null for children");
    into.flag(part, old.validated(), now.validated(), "not null validated", "not null not valid");
    into.flag(part, old.local(), now.local(), "not null declared here", "not null only inherited");
  }

  private static Map<String, Column> byName(List<Column> columns) {
    Map<String, Column> map = new LinkedHashMap<>();
    columns.forEach(column -> map.put(column.name(), column));
    return map;
  }
}
