package dev.retort.preview;

import dev.retort.graph.RowChange;
import dev.retort.revision.RevisionId;
import dev.retort.sql.Identifiers;

/**
 * The version table's own SQL as a person reads it, in Alembic's words ({@code alembic upgrade
 * --sql}).
 *
 * @param schema the schema to name; empty for none
 * @param table the table's name
 * @param room for how many characters an id gets room where the table has to be made
 */
public record VersionTable(String schema, String table, int room) {

  /** A table with room for ids of the length that Alembic's has. */
  public VersionTable(String schema, String table) {
    this(schema, table, RevisionId.USUAL_ROOM);
  }

  /** Alembic's table, wherever the search path leads. */
  public static VersionTable standard() {
    return new VersionTable("", "alembic_version");
  }

  /** The statement that makes the table. */
  String create() {
    return """
    CREATE TABLE %s (
        version_num VARCHAR(%d) NOT NULL,\s
        CONSTRAINT %s PRIMARY KEY (version_num)
    )\
    """
        .formatted(name(), room, Identifiers.quote(table + "_pkc"));
  }

  /** The statement for one change of rows. */
  String change(RowChange change) {
    return switch (change) {
      case RowChange.Insert(RevisionId id) ->
          "INSERT INTO %s (version_num) VALUES (%s) RETURNING %s.version_num"
              .formatted(name(), literal(id), name());
      case RowChange.Delete(RevisionId id) ->
          "DELETE FROM %s WHERE %s.version_num = %s".formatted(name(), name(), literal(id));
      case RowChange.Update(RevisionId from, RevisionId to) ->
          "UPDATE %s SET version_num=%s WHERE %s.version_num = %s"
              .formatted(name(), literal(to), name(), literal(from));
      case RowChange.Purge() -> "DELETE FROM " + name();
    };
  }

  private String name() {
    return (schema.isEmpty() ? "" : Identifiers.quote(schema) + ".") + Identifiers.quote(table);
  }

  private static String literal(RevisionId id) {
    return Identifiers.quoteLiteral(id.value());
  }
}
