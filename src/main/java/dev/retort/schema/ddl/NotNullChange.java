package dev.retort.schema.ddl;

import dev.retort.schema.Column;
import java.util.List;
import java.util.Optional;

/** Writes what makes a column not null, nullable, or not null in another way. */
final class NotNullChange {
  private NotNullChange() {}

  static void of(
      String alter,
      String column,
      Optional<Column.NotNull> before,
      Optional<Column.NotNull> after,
      List<String> sql) {
    if (before.map(NotNullChange::own).equals(after.map(NotNullChange::own))) {
      return;
    }
    if (before.isPresent()) {
      sql.add(alter + " ALTER COLUMN " + column + " DROP NOT NULL");
    }
    if (after.isEmpty()) {
      return;
    }
    Column.NotNull now = after.get();
    if (own(now).equals(Column.NotNull.PLAIN)) {
      sql.add(alter + " ALTER COLUMN " + column + " SET NOT NULL");
    } else {
      sql.add(
          alter
              + " ADD"
              + now.name().map(name -> " CONSTRAINT " + name).orElse("")
              + " NOT NULL "
              + column
              + (now.noInherit() ? " NO INHERIT" : "")
              + (now.validated() ? "" : " NOT VALID"));
    }
  }

  private static Column.NotNull own(Column.NotNull notNull) {
    return new Column.NotNull(notNull.name(), notNull.noInherit(), notNull.validated(), true);
  }
}
