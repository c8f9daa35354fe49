package dev.retort.postgres.catalog;

/** Asks for tables, views, composite types, their columns, and who inherits from whom. */
final class RelationSql {
  private RelationSql() {}

  static final String RELATIONS =
      """
      SELECT c.oid, quote_ident(n.nspname), quote_ident(c.relname), c.relkind,
             quote_ident(pg_get_userbyid(c.relowner)), c.relpersistence = 'u',
             quote_ident(am.amname), quote_ident(ts.spcname),
             c.reloptions || ARRAY(SELECT 'toast.' || o FROM unnest(tc.reloptions) AS o),
             CASE c.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING'
               WHEN 'i' THEN coalesce('USING INDEX ' ||
                 (SELECT quote_ident(ic.relname) FROM pg_index i JOIN pg_class ic
                   ON ic.oid = i.indexrelid WHERE i.indrelid = c.oid AND i.indisreplident),
                 'NOTHING')
               ELSE 'DEFAULT' END,
             (SELECT quote_ident(ic.relname) FROM pg_index i JOIN pg_class ic
               ON ic.oid = i.indexrelid WHERE i.indrelid = c.oid AND i.indisclustered),
             c.relrowsecurity, c.relforcerowsecurity,
             CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END,
             CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END,
             pg_get_expr(c.relpartbound, c.oid),
             CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END,
             quote_ident(fs.srvname), ft.ftoptions
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_am am ON am.oid = c.relam
        LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
        LEFT JOIN pg_class tc ON tc.oid = c.reltoastrelid
        LEFT JOIN pg_foreign_table ft ON ft.ftrelid = c.oid
        LEFT JOIN pg_foreign_server fs ON fs.oid = ft.ftserver
       WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND c.relpersistence <> 't'
         AND %s
      """
          .formatted(Names.USERS_SCHEMA);

  /**
   * A not-null constraint's name counts only where the server would not choose the same: it is not
   * the usual one, or others in the schema have it, so that it may be taken. Before version 18 a
   * column that is not declared here has it from a parent, if one has it.
   */
  static final String COLUMNS =
      """
      WITH named AS (
        SELECT conrelid, contype, conkey, conname, connoinherit, convalidated, conislocal,
               count(*) OVER (PARTITION BY connamespace, conname) AS uses
          FROM pg_constraint WHERE conrelid >= 16384)
      SELECT a.attrelid, a.attnum, quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
             CASE WHEN a.attcollation <> t.typcollation THEN
               (SELECT quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
                  FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace
                 WHERE co.oid = a.attcollation) END,
             a.attnotnull,
             CASE WHEN nn.uses > 1 OR nn.conname <> c.relname || '_' || a.attname || '_not_null'
               THEN quote_ident(nn.conname) END,
             coalesce(nn.connoinherit, false), coalesce(nn.convalidated, true),
             coalesce(nn.conislocal, a.attislocal OR a.attinhcount = 0 OR NOT EXISTS (
               SELECT 1 FROM pg_inherits h JOIN pg_attribute p
                   ON p.attrelid = h.inhparent AND p.attname = a.attname AND p.attnotnull
                WHERE h.inhrelid = a.attrelid)),
             d.oid, pg_get_expr(d.adbin, d.adrelid), a.attgenerated, a.attidentity,
             CASE WHEN a.attstorage <> t.typstorage THEN
               CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL'
                 WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END,
             CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END,
             nullif(a.attstattarget, -1), a.attoptions, a.attfdwoptions, a.attislocal
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        LEFT JOIN named nn ON nn.conrelid = a.attrelid AND nn.contype = 'n'
                          AND nn.conkey = ARRAY[a.attnum]
       WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c')
         AND c.relpersistence <> 't' AND %s
       ORDER BY a.attrelid, a.attnum
      """
          .formatted(Names.USERS_SCHEMA);

  static final String PARENTS =
      """
      SELECT inhrelid, inhparent FROM pg_inherits WHERE inhrelid >= 16384
       ORDER BY inhrelid, inhseqno
      """;

  static final String SEQUENCES =
      """
      SELECT c.oid, quote_ident(n.nspname), quote_ident(c.relname),
             quote_ident(pg_get_userbyid(c.relowner)), c.relpersistence = 'u',
             format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
             s.seqcache, s.seqcycle, d.deptype = 'i', d.refobjid, d.refobjsubid
        FROM pg_sequence s
        JOIN pg_class c ON c.oid = s.seqrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid
                             AND d.objsubid = 0 AND d.refclassid = 'pg_class'::regclass
                             AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
       WHERE c.relpersistence <> 't' AND %s
      """
          .formatted(Names.USERS_SCHEMA);
}
