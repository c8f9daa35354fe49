package dev.retort.schema.diff;

import dev.retort.schema.Column;
import dev.retort.schema.CompositeType;
import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Snapshot;
import dev.retort.schema.Table;
import dev.retort.schema.ddl.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says of statements what one should know before running them, and whether they lose data. */
final class Warnings {
  private static final Pattern DROP_COLUMN =
      Pattern.compile("ALTER (?:FOREIGN )?TABLE .* DROP COLUMN (?:IF EXISTS )?(.*)");
  private static final Pattern RETYPE =
      Pattern.compile("ALTER TABLE .* ALTER COLUMN (.*) TYPE (.*) USING .*::text::.*");

  private final Map<ObjectId, SchemaObject> before;
  private final Map<ObjectId, SchemaObject> after;

  Warnings(Snapshot before, Snapshot after) {
    this.before = before.byId();
    this.after = after.byId();
  }

  /** The statement with what is known of it. */
  ProposedStatement of(Statement statement, boolean afterCommit) {
    String sql = statement.sql();
    ObjectId object = statement.object();
    Optional<String> loss = loss(object, sql);
    Optional<String> note = loss.isPresent() ? loss : note(sql);
    return new ProposedStatement(object, sql, loss.isPresent(), note, afterCommit);
  }

  private Optional<String> loss(ObjectId object, String sql) {
    if (sql.startsWith("DROP TABLE ")) {
      return Optional.of("All rows of the table are lost.");
    }
    if (sql.startsWith("DROP MATERIALIZED VIEW ")) {
      return Optional.of("The rows it keeps are lost, until it is made and refreshed again.");
    }
    if (sql.startsWith("DROP SCHEMA ")) {
      return Optional.of("The schema goes; what it is known to hold is dropped before.");
    }
    if (sql.startsWith("DROP EXTENSION ")) {
      return Optional.of("What the extension keeps in tables of its own is lost.");
    }
    Matcher dropped = DROP_COLUMN.matcher(sql);
    if (dropped.matches()) {
      return Optional.of("All values of the column are lost.");
    }
    if (sql.startsWith("DROP SEQUENCE ") || sql.endsWith(" DROP IDENTITY")) {
      return Optional.of("The position of the sequence is lost.");
    }
    Matcher retyped = RETYPE.matcher(sql);
    return retyped.matches() ? retyped(object, retyped.group(1)) : Optional.empty();
  }

  private Optional<String> retyped(ObjectId table, String name) {
    Optional<Column> was = column(before, table, name);
    Optional<Column> is = column(after, table, name);
    if (was.isEmpty() || is.isEmpty()) {
      return Optional.empty();
    }
    List<String> labels = labelsGone(is.get().type());
    if (!labels.isEmpty()) {
      return Optional.of(
          "Values that the type no longer has must be replaced before, or it fails: "
              + String.join(", ", labels)
              + ".");
    }
    return TypeChange.loses(was.get().type(), is.get().type())
        ? Optional.of(
            "Values are cut or rounded from "
                + was.get().type()
                + " to "
                + is.get().type()
                + "; one that cannot be read makes it fail.")
        : Optional.empty();
  }

  private static Optional<Column> column(
      Map<ObjectId, SchemaObject> schema, ObjectId table, String name) {
    List<Column> columns =
        switch (schema.get(table)) {
          case Table one -> one.columns();
          case CompositeType type -> type.attributes();
          case null, default -> List.of();
        };
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  private List<String> labelsGone(String type) {
    String element = type.replaceAll("(\\[])+$", "");
    int dot = element.indexOf('.');
    if (dot < 0) {
      return List.of();
    }
    ObjectId id =
        ObjectId.of(ObjectKind.TYPE, element.substring(0, dot), element.substring(dot + 1));
    return before.get(id) instanceof EnumType was && after.get(id) instanceof EnumType is
        ? was.labels().stream().filter(label -> !is.labels().contains(label)).toList()
        : List.of();
  }

  private Optional<String> note(String sql) {
    if (sql.startsWith("CREATE MATERIALIZED VIEW ")) {
      return Optional.of("The view is empty until it is refreshed.");
    }
    if (sql.startsWith("ALTER TYPE ") && sql.contains(" ADD VALUE ")) {
      return Optional.of("Statements that use the value must run after this one is committed.");
    }
    if (sql.startsWith("ALTER EXTENSION ") && sql.contains(" UPDATE TO ")) {
      return Optional.of(
          "Fails where the server has no update path between the versions, as is usual for an"
              + " older one: it must then be dropped, with all that uses it, and made anew.");
    }
    if (sql.startsWith("ALTER EXTENSION ") && sql.contains(" SET SCHEMA ")) {
      return Optional.of("Fails if the extension cannot be moved.");
    }
    if (RETYPE.matcher(sql).matches()) {
      return Optional.of("Rewrites the table; fails if a value cannot be read as the new type.");
    }
    return Optional.empty();
  }
}
