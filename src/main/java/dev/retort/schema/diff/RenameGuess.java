package dev.retort.schema.diff;

import dev.retort.schema.Column;
import dev.retort.schema.ObjectId;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that may have been renamed, since all else of what went is equal to what came. It is a
 * guess: a snapshot does not tell.
 *
 * @param object the table, as it is named before
 * @param column the column's name before; absent where it is the table that was renamed
 * @param name the name after
 * @param sql what renames it, without a semicolon
 */
public record RenameGuess(ObjectId object, Optional<String> column, String name, String sql) {

  /** All guesses of a comparison, in the order of its changes. */
  public static List<RenameGuess> in(SchemaDiff diff) {
    List<RenameGuess> guesses = new ArrayList<>();
    for (SchemaChange change : diff.changes()) {
      switch (change) {
        case SchemaChange.Changed(Table old, Table now, var differences) -> {
          for (Column gone : old.columns()) {
            column(gone, old.columns(), now.columns())
                .ifPresent(name -> guesses.add(ofColumn(now.id(), gone.name(), name)));
          }
        }
        case SchemaChange.Removed(Table old) ->
            table(old, diff).ifPresent(now -> guesses.add(ofTable(old.id(), now.id().name())));
        case SchemaChange.Added a -> {}
        case SchemaChange.Removed r -> {}
        case SchemaChange.Changed c -> {}
      }
    }
    return guesses;
  }

  private static RenameGuess ofColumn(ObjectId table, String from, String to) {
    return new RenameGuess(
        table, Optional.of(from), to, alter(table) + " RENAME COLUMN " + from + " TO " + to);
  }

  private static RenameGuess ofTable(ObjectId table, String to) {
    return new RenameGuess(table, Optional.empty(), to, alter(table) + " RENAME TO " + to);
  }

  private static String alter(ObjectId table) {
    return "ALTER " + table.kind().words() + " " + table.qualified();
  }

  /**
   * What a column that went may be called now: the only one that came and is like it, at the same
   * place.
   */
  static Optional<String> column(Column gone, List<Column> before, List<Column> after) {
    List<Column> came =
        after.stream().filter(column -> isNew(column, before)).filter(c -> like(gone, c)).toList();
    List<Column> went =
        before.stream().filter(column -> isNew(column, after)).filter(c -> like(gone, c)).toList();
    return went.contains(gone)
            && came.size() == 1
            && went.size() == 1
            && before.indexOf(gone) == after.indexOf(came.getFirst())
        ? Optional.of(came.getFirst().name())
        : Optional.empty();
  }

  private static boolean isNew(Column column, List<Column> others) {
    return others.stream().noneMatch(other -> other.name().equals(column.name()));
  }

  private static boolean like(Column one, Column other) {
    return one.type().equals(other.type())
        && one.collation().equals(other.collation())
        && one.notNull().isPresent() == other.notNull().isPresent()
        && one.value().equals(other.value());
  }

  /** The only table of the same schema that came and has the same columns; none without any. */
  private static Optional<Table> table(Table gone, SchemaDiff diff) {
    List<Table> came =
        diff.changes().stream()
            .flatMap(
                change ->
                    change instanceof SchemaChange.Added(Table now) && like(gone, now)
                        ? java.util.stream.Stream.of(now)
                        : java.util.stream.Stream.empty())
            .toList();
    long went =
        diff.changes().stream()
            .filter(c -> c instanceof SchemaChange.Removed(Table old) && like(gone, old))
            .count();
    return came.size() == 1 && went == 1 ? Optional.of(came.getFirst()) : Optional.empty();
  }

  private static boolean like(Table one, Table other) {
    return !one.columns().isEmpty()
        && one.id().kind() == other.id().kind()
        && one.id().schema().equals(other.id().schema())
        && one.columns().equals(other.columns())
        && one.parents().equals(other.parents())
        && one.partition().equals(other.partition())
        && one.foreign().equals(other.foreign());
  }

  /** In words, to stand behind what went. */
  public String words() {
    return "perhaps renamed to " + name + ": a guess, all else is equal";
  }
}
