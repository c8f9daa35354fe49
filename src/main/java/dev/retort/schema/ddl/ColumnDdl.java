package dev.retort.schema.ddl;

import dev.retort.schema.Column;
import dev.retort.schema.ObjectId;
import dev.retort.schema.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Writes columns. */
final class ColumnDdl {
  private ColumnDdl() {}

  /** Name, type and all that follows them in CREATE TABLE. */
  static String full(ObjectId table, Column column, boolean withDefault) {
    StringBuilder text = new StringBuilder(column.name()).append(' ').append(column.type());
    if (!column.tuning().foreignOptions().isEmpty()) {
      text.append(' ').append(Sql.foreignOptions(column.tuning().foreignOptions()));
    }
    column.collation().ifPresent(collation -> text.append(" COLLATE ").append(collation));
    constraints(table, column, withDefault, text);
    return text.toString();
  }

  /** For a typed table's column: empty if its type says all. */
  static String withOptions(ObjectId table, Column column, boolean withDefault) {
    StringBuilder text = new StringBuilder();
    constraints(table, column, withDefault, text);
    return text.isEmpty() ? "" : column.name() + " WITH OPTIONS" + text;
  }

  private static void constraints(
      ObjectId table, Column column, boolean withDefault, StringBuilder text) {
    column.value().ifPresent(value -> text.append(value(table, column, value, withDefault)));
    column.notNull().filter(Column.NotNull::validated).ifPresent(n -> text.append(notNull(n)));
  }

  private static String notNull(Column.NotNull notNull) {
    return notNull.name().map(name -> " CONSTRAINT " + name).orElse("")
        + " NOT NULL"
        + (notNull.noInherit() ? " NO INHERIT" : "");
  }

  static String value(ObjectId table, Column column, Column.Value value, boolean withDefault) {
    return switch (value) {
      case Column.Value.Default(String expression) -> withDefault ? " DEFAULT " + expression : "";
      case Column.Value.Generated(String expression, boolean stored) ->
          " GENERATED ALWAYS AS (" + expression + ") " + (stored ? "STORED" : "VIRTUAL");
      case Column.Value.Identity(boolean always, Sequence sequence) ->
          " GENERATED "
              + (always ? "ALWAYS" : "BY DEFAULT")
              + " AS IDENTITY"
              + identityOptions(table, column, sequence);
    };
  }

  private static String identityOptions(ObjectId table, Column column, Sequence sequence) {
    List<String> words = new ArrayList<>();
    String usual = table.qualified() + "_" + column.name() + "_seq";
    if (!sequence.id().qualified().equals(usual)) {
      words.add("SEQUENCE NAME " + sequence.id().qualified());
    }
    words.addAll(SequenceDdl.range(sequence));
    return words.isEmpty() ? "" : " (" + String.join(" ", words) + ")";
  }

  /** How a column is stored and analysed, as far as it is not the default. */
  static List<String> tuning(String alterTable, Column column) {
    String alter = alterTable + " ALTER COLUMN " + column.name() + " ";
    List<String> sql = new ArrayList<>();
    column.tuning().storage().ifPresent(storage -> sql.add(alter + "SET STORAGE " + storage));
    column.tuning().compression().ifPresent(method -> sql.add(alter + "SET COMPRESSION " + method));
    column.tuning().statistics().ifPresent(target -> sql.add(alter + "SET STATISTICS " + target));
    if (!column.tuning().options().isEmpty()) {
      sql.add(alter + "SET " + Sql.parameters(column.tuning().options()));
    }
    return sql;
  }
}
