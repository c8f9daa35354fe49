package dev.retort.schema.ddl;

import dev.retort.schema.Column;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    if (before.isPresent() && after.isPresent()) {
      altered(alter, column, own(before.get()), own(after.get()), sql);
      return;
    }
    if (after.isEmpty()) {
      sql.add(alter + " ALTER COLUMN " + column + " DROP NOT NULL");
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

  /** Whether a parent's column hands its constraint on, and with it the constraint's name. */
  static boolean passedOn(@Nullable Column parent) {
    return parent != null && parent.notNull().filter(own -> !own.noInherit()).isPresent();
  }

  /** It cannot go while a key needs it, so it stays and is altered. */
  private static void altered(
      String alter, String column, Column.NotNull before, Column.NotNull after, List<String> sql) {
    String name = after.name().orElseGet(() -> usual(alter, column));
    String was = before.name().orElseGet(() -> usual(alter, column));
    if (!was.equals(name)) {
      sql.add(alter + " RENAME CONSTRAINT " + was + " TO " + name);
    }
    if (before.noInherit() != after.noInherit()) {
      sql.add(
          alter + " ALTER CONSTRAINT " + name + (after.noInherit() ? " NO INHERIT" : " INHERIT"));
    }
    if (!before.validated() && after.validated()) {
      sql.add(alter + " VALIDATE CONSTRAINT " + name);
    } else if (before.validated() && !after.validated()) {
      sql.add(alter + " ALTER COLUMN " + column + " DROP NOT NULL");
      sql.add(alter + " ADD CONSTRAINT " + name + " NOT NULL " + column + " NOT VALID");
    }
  }

  /** The name that the server chooses (manual, CREATE TABLE). */
  private static String usual(String alter, String column) {
    String table = alter.substring(alter.lastIndexOf('.') + 1);
    String name = bare(table) + "_" + bare(column) + "_not_null";
    return name.matches("[a-z_][a-z0-9_]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String bare(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }

  private static Column.NotNull own(Column.NotNull notNull) {
    return new Column.NotNull(notNull.name(), notNull.noInherit(), notNull.validated(), true);
  }
}
