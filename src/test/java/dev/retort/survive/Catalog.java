package dev.retort.survive;

import dev.retort.postgres.server.CrashServer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a database's own catalog says, asked past Retort. */
final class Catalog {
  /** The traces that statements leave: see {@link Kinds}. */
  private static final String TRACES =
      """
      SELECT 'table ' || relname FROM pg_class
       WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
         AND relname ~ '^[tq]_'
      UNION ALL
      SELECT 'view ' || viewname FROM pg_views WHERE schemaname = 'public'
      UNION ALL
      SELECT 'column ' || attname FROM pg_attribute
       WHERE attrelid = 'ground'::regclass AND attnum > 2 AND NOT attisdropped
      UNION ALL
      SELECT 'function ' || proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      UNION ALL
      SELECT 'label ' || typname || ' ' || enumlabel
        FROM pg_enum JOIN pg_type t ON t.oid = enumtypid
      UNION ALL
      SELECT CASE WHEN indisvalid AND indisready AND indislive THEN '' ELSE 'invalid ' END
             || 'index ' || relname
        FROM pg_index JOIN pg_class c ON c.oid = indexrelid
       WHERE relnamespace = 'public'::regnamespace AND NOT indisprimary
      UNION ALL
      SELECT 'ground ' || b || ' ' || count(*) FROM ground WHERE b <> 'base' GROUP BY b
      UNION ALL
      SELECT 'trail ' || revision || ' ' || sum(way) FROM trail
       GROUP BY revision HAVING sum(way) <> 0
      UNION ALL
      SELECT 'rows ' || relname || ' ' || n
        FROM (SELECT relname, (xpath('/row/c/text()', query_to_xml('SELECT count(*) AS c FROM '
                     || quote_ident(relname), false, true, '')))[1]::text AS n
                FROM pg_class
               WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
                 AND relname ~ '^[tq]_') counted
       WHERE n <> '0'
      """;

  /** Everything a revision can change, a line each, whatever the order it was made in. */
  private static final String FINGERPRINT =
      """
      SELECT line FROM (
        SELECT relkind::text || ' ' || relname || ' ' || coalesce(obj_description(oid, 'pg_class'), '')
          FROM pg_class WHERE relnamespace = 'public'::regnamespace
        UNION ALL
        SELECT 'column ' || relname || '.' || attname || ' ' || format_type(atttypid, atttypmod)
               || ' ' || attnotnull || ' ' || coalesce(pg_get_expr(adbin, adrelid), '')
          FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid
          LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
         WHERE relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
           AND relkind IN ('r', 'v')
        UNION ALL
        SELECT pg_get_indexdef(indexrelid) || ' ' || indisvalid || indisready || indislive
          FROM pg_index JOIN pg_class c ON c.oid = indexrelid
         WHERE relnamespace = 'public'::regnamespace
        UNION ALL
        SELECT 'constraint ' || conname || ' ' || pg_get_constraintdef(oid)
          FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        UNION ALL
        SELECT 'type ' || typname || ' ' || string_agg(enumlabel, ',' ORDER BY enumsortorder)
          FROM pg_enum JOIN pg_type t ON t.oid = enumtypid GROUP BY typname
        UNION ALL
        SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        UNION ALL
        SELECT 'view ' || definition FROM pg_views WHERE schemaname = 'public'
        UNION ALL
        SELECT 'trail ' || revision || ' ' || sum(way) FROM trail
         GROUP BY revision HAVING sum(way) <> 0
        UNION ALL
        SELECT 'ground ' || count(*) || ' ' || md5(string_agg(r::text, ',' ORDER BY r::text))
          FROM (SELECT to_jsonb(g)::text FROM ground g) r
        UNION ALL
        SELECT 'rows ' || relname || ' ' || md5(query_to_xml(
                 'SELECT * FROM ' || quote_ident(relname) || ' ORDER BY 1', true, true, '')::text)
          FROM pg_class
         WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
           AND relname NOT IN ('ground', 'trail')
      ) AS lines (line) ORDER BY line
      """;

  private final CrashServer server;
  private final String database;

  Catalog(CrashServer server, String database) {
    this.server = server;
    this.database = database;
  }

  /** What is provably done. */
  Set<String> traces() {
    return new HashSet<>(server.query(database, TRACES));
  }

  /** Whether there is a version table. */
  boolean hasVersionTable() {
    return server
        .query(database, "SELECT to_regclass('public.alembic_version') IS NOT NULL")
        .equals(List.of("t"));
  }

  /** The rows of the version table, sorted; none where there is no table. */
  List<String> heads() {
    return hasVersionTable()
        ? server.query(database, "SELECT version_num FROM alembic_version ORDER BY 1")
        : List.of();
  }

  /** The comment of the version table; the string {@code null} where there is none. */
  String comment() {
    return server
        .query(database, "SELECT obj_description(to_regclass('public.alembic_version'))")
        .getFirst();
  }

  /** Every step that was ever taken, in order: {@code upgrade 0001}. */
  List<String> trail() {
    return server.query(
        database,
        "SELECT CASE way WHEN 1 THEN 'upgrade ' ELSE 'downgrade ' END || revision"
            + " FROM trail ORDER BY at");
  }

  /** Everything there is, to be compared with another's. */
  List<String> fingerprint() {
    return server.query(database, FINGERPRINT);
  }
}
