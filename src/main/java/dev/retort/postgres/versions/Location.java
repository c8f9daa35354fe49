package dev.retort.postgres.versions;

import dev.retort.execute.failure.VersionTableException;
import dev.retort.postgres.Rows;
import dev.retort.sql.Identifiers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the version table is, or would be made.
 *
 * @param qualifiedName with its schema, quoted as SQL needs it
 * @param lockKey the second half of the advisory lock's key
 * @param exists whether it is there
 * @param comment its comment
 * @param room how many characters its column takes; absent where there is none, or no limit
 */
record Location(
    String qualifiedName, int lockKey, boolean exists, Optional<String> comment, OptionalInt room) {
  private static final String COLUMN = "version_num";
  private static final List<String> TEXT_TYPES = List.of("character varying", "text", "character");

  /**
   * The query that finds it; needs no right. The schema is the configured one, else that in which
   * the search path finds the table, else the first of the search path, where Alembic would make
   * it.
   */
  static String query(VersionTable table) {
    return "WITH "
        + place(table)
        + """

        SELECT place.schema,
               pg_catalog.quote_ident(place.schema) || '.' || pg_catalog.quote_ident(place.name),
               %s,
               c.oid IS NOT NULL,
               c.relkind,
               (SELECT pg_catalog.string_agg(
                         pg_catalog.quote_ident(a.attname) || ' '
                           || pg_catalog.format_type(a.atttypid, NULL), E'\\n' ORDER BY a.attnum)
                  FROM pg_catalog.pg_attribute a
                 WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
               pg_catalog.obj_description(c.oid, 'pg_class'),
               (SELECT a.atttypmod - 4
                  FROM pg_catalog.pg_attribute a
                 WHERE a.attrelid = c.oid AND a.attname = 'version_num' AND a.atttypmod >= 4)
          FROM place
          LEFT JOIN pg_catalog.pg_namespace n ON n.nspname = place.schema
          LEFT JOIN pg_catalog.pg_class c
                 ON c.relnamespace = n.oid AND c.relname = place.name
                AND c.relkind IN ('r', 'p', 'v', 'm', 'f');
        """
            .formatted(LockSql.KEY);
  }

  /** The common table expression {@code place(schema, name)}, of one row. */
  static String place(VersionTable table) {
    return """
    place AS MATERIALIZED (
      SELECT coalesce(
        %2$s,
        (SELECT n.nspname FROM pg_catalog.pg_class v
           JOIN pg_catalog.pg_namespace n ON n.oid = v.relnamespace
          WHERE v.relname = %1$s AND v.relkind IN ('r', 'p', 'v', 'm', 'f')
            AND pg_catalog.pg_table_is_visible(v.oid)),
        pg_catalog.current_schema())::text AS schema, %1$s::text AS name)\
    """
        .formatted(
            Identifiers.quoteLiteral(table.name()),
            table.schema().map(Identifiers::quoteLiteral).orElse("NULL"));
  }

  /**
   * Reads the query's row.
   *
   * @throws VersionTableException if what is there is no version table
   */
  static Location of(Rows rows, VersionTable table) {
    if (rows.get(0, 0).isEmpty()) {
      throw new VersionTableException(
          table.name(),
          "There is no schema for the version table "
              + table.name()
              + ": the search path names"
              + " none that exists.",
          "Create the schema, or set version-table-schema.",
          List.of());
    }
    String name = rows.get(0, 1).orElseThrow();
    boolean exists = rows.is(0, 3);
    if (exists) {
      check(name, rows.get(0, 4).orElse(""), rows.get(0, 5).orElse(""));
    }
    return new Location(
        name,
        rows.get(0, 2).map(Integer::parseInt).orElseThrow(),
        exists,
        rows.get(0, 6),
        rows.get(0, 7)
            .map(room -> OptionalInt.of(Integer.parseInt(room)))
            .orElse(OptionalInt.empty()));
  }

  private static void check(String name, String kind, String columns) {
    if (!kind.equals("r") && !kind.equals("p")) {
      throw new VersionTableException(
          name,
          name + " is not a table, so it cannot be the version table.",
          "Set version-table (and version-table-schema) to the table that holds the heads.",
          List.of());
    }
    List<String> all = columns.isEmpty() ? List.of() : Arrays.asList(columns.split("\n", -1));
    List<String> foreign = all.stream().filter(column -> !isVersionColumn(column)).toList();
    if (!foreign.isEmpty() || all.isEmpty()) {
      throw new VersionTableException(
          name,
          name
              + (foreign.isEmpty()
                  ? " has no columns, "
                  : " has columns that are not a version table's: "
                      + String.join(", ", foreign)
                      + "; ")
              + "Alembic's has one, version_num VARCHAR(32).",
          "Set version-table to another name, or take these columns out of it.",
          foreign);
    }
  }

  private static boolean isVersionColumn(String column) {
    return column.startsWith(COLUMN + " ")
        && TEXT_TYPES.contains(column.substring(COLUMN.length() + 1));
  }
}
