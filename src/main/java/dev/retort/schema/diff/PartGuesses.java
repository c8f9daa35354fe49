package dev.retort.schema.diff;

import dev.retort.schema.Column;
import dev.retort.schema.CompositeType;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectId;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Guesses which columns, attributes and enum labels of an object have been renamed. */
final class PartGuesses {
  private PartGuesses() {}

  /** All of an object that both snapshots have. */
  static List<Guess> of(SchemaObject before, SchemaObject after) {
    ObjectId id = after.id();
    if (before instanceof EnumType was && after instanceof EnumType is) {
      return guesses(
          before.id(),
          id,
          quoted(labels(was.labels(), is.labels())),
          "value",
          "ALTER TYPE " + id.qualified() + " RENAME VALUE ");
    }
    if (before instanceof CompositeType was && after instanceof CompositeType is) {
      return guesses(
          before.id(),
          id,
          columns(was.attributes(), is.attributes()),
          "attribute",
          "ALTER TYPE " + id.qualified() + " RENAME ATTRIBUTE ");
    }
    return guesses(
        before.id(),
        id,
        columns(columns(before), columns(after)),
        "column",
        "ALTER " + id.kind().words() + " " + id.qualified() + " RENAME COLUMN ");
  }

  private static List<Column> columns(SchemaObject object) {
    return switch (object) {
      case Table table -> table.columns();
      case View view -> view.columns();
      default -> List.of();
    };
  }

  private static List<Guess> guesses(
      ObjectId before, ObjectId after, Map<String, String> names, String word, String alter) {
    List<Guess> guesses = new ArrayList<>();
    names.forEach(
        (old, now) ->
            guesses.add(
                new Guess(
                    before,
                    after,
                    word + " " + old,
                    word + " " + now,
                    alter + old + " TO " + now)));
    return guesses;
  }

  private static Map<String, String> quoted(Map<String, String> labels) {
    Map<String, String> quoted = new LinkedHashMap<>();
    labels.forEach((old, now) -> quoted.put(quoted(old), quoted(now)));
    return quoted;
  }

  private static String quoted(String label) {
    return "'" + label.replace("'", "''") + "'";
  }

  /** Where nothing but names differs, each that went stands for the one now in its place. */
  static Map<String, String> labels(List<String> before, List<String> after) {
    Map<String, String> names = new LinkedHashMap<>();
    if (before.size() != after.size()) {
      return names;
    }
    for (int i = 0; i < before.size(); i++) {
      String was = before.get(i);
      String is = after.get(i);
      if (after.contains(was) || before.contains(is)) {
        if (!was.equals(is)) {
          return Map.of();
        }
      } else {
        names.put(was, is);
      }
    }
    return names;
  }

  /**
   * Columns that went and came alike: the only such ones, wherever they stand, or, of several,
   * those that stand in the same place.
   */
  static Map<String, String> columns(List<Column> before, List<Column> after) {
    List<Column> went = before.stream().filter(column -> isNew(column, after)).toList();
    List<Column> came = after.stream().filter(column -> isNew(column, before)).toList();
    Map<String, String> names = new LinkedHashMap<>();
    for (Column gone : went) {
      List<Column> likes = came.stream().filter(column -> like(gone, column)).toList();
      boolean only = went.stream().filter(column -> like(gone, column)).count() == 1;
      Optional<Column> found =
          only && likes.size() == 1
              ? Optional.of(likes.getFirst())
              : likes.stream()
                  .filter(column -> after.indexOf(column) == place(before, gone))
                  .findFirst();
      found.ifPresent(column -> names.put(gone.name(), column.name()));
    }
    return names;
  }

  private static int place(List<Column> columns, Column column) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).name().equals(column.name()))
        .findFirst()
        .orElse(-1);
  }

  private static boolean isNew(Column column, List<Column> others) {
    return others.stream().noneMatch(other -> other.name().equals(column.name()));
  }

  private static boolean like(Column one, Column other) {
    return one.type().equals(other.type())
        && one.collation().equals(other.collation())
        && one.notNull().isPresent() == other.notNull().isPresent()
        && Signatures.value(one).equals(Signatures.value(other));
  }
}
