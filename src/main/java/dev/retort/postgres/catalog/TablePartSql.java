package dev.retort.postgres.catalog;

/** Asks for what belongs to a table: constraints, indexes, triggers, rules, policies. */
final class TablePartSql {
  private TablePartSql() {}

  /** But for not-null, constraint triggers, and the copies that partitions have of foreign keys. */
  static final String CONSTRAINTS =
      """
      SELECT k.oid, k.conrelid, k.contypid, quote_ident(k.conname), k.contype, k.conislocal,
             ARRAY(SELECT (SELECT quote_ident(a.attname) FROM pg_attribute a
                            WHERE a.attrelid = k.conrelid AND a.attnum = u.attnum)
                     FROM unnest(k.conkey) WITH ORDINALITY AS u(attnum, place)
                    ORDER BY u.place),
             pg_get_constraintdef(k.oid),
             CASE WHEN k.contype IN ('p', 'u', 'x') THEN ic.oid END,
             quote_ident(ts.spcname), ic.reloptions, k.conparentid
        FROM pg_constraint k
        JOIN pg_namespace n ON n.oid = k.connamespace
        LEFT JOIN pg_class ic ON ic.oid = k.conindid
        LEFT JOIN pg_tablespace ts ON ts.oid = ic.reltablespace
       WHERE k.contype IN ('c', 'p', 'u', 'x', 'f')
         AND NOT (k.contype = 'f' AND k.conparentid <> 0) AND %s
      """
          .formatted(Names.USERS_SCHEMA);

  /** To deparse an index takes the server longest, so a column's name is looked up instead. */
  static final String INDEXES =
      """
      SELECT c.oid, i.indrelid, quote_ident(n.nspname), quote_ident(c.relname), i.indisunique,
             i.indisvalid OR tc.relkind = 'p', am.amname,
             ARRAY(SELECT coalesce((SELECT quote_ident(a.attname) FROM pg_attribute a
                                     WHERE a.attrelid = i.indrelid AND a.attnum = u.attnum),
                                   pg_get_indexdef(c.oid, u.place::int, false))
                     FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS u(attnum, place)
                    ORDER BY u.place),
             pg_get_expr(i.indpred, i.indrelid), pg_get_indexdef(c.oid), quote_ident(ts.spcname),
             ARRAY(SELECT a.attnum || '=' || a.attstattarget FROM pg_attribute a
                    WHERE a.attrelid = c.oid AND a.attstattarget >= 0 ORDER BY a.attnum)
        FROM pg_index i
        JOIN pg_class c ON c.oid = i.indexrelid
        JOIN pg_class tc ON tc.oid = i.indrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_am am ON am.oid = c.relam
        LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
       WHERE tc.relkind IN ('r', 'p', 'm') AND tc.relpersistence <> 't' AND %s
         AND NOT EXISTS (SELECT 1 FROM pg_constraint k
                          WHERE k.conrelid = i.indrelid AND k.conindid = c.oid
                            AND k.contype IN ('p', 'u', 'x'))
      """
          .formatted(Names.USERS_SCHEMA);

  /** A partition's copy of a trigger only where it fires otherwise than its parent's. */
  static final String TRIGGERS =
      """
      SELECT t.oid, t.tgrelid, quote_ident(t.tgname), pg_get_triggerdef(t.oid, false), t.tgenabled,
             t.tgparentid <> 0
        FROM pg_trigger t
        JOIN pg_class c ON c.oid = t.tgrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_trigger u ON u.oid = t.tgparentid
       WHERE %s AND ((NOT t.tgisinternal AND t.tgparentid = 0)
              OR (u.tgenabled <> t.tgenabled AND NOT u.tgisinternal))
      """
          .formatted(Names.USERS_SCHEMA);

  static final String RULES =
      """
      SELECT r.oid, r.ev_class, quote_ident(r.rulename),
             rtrim(pg_get_ruledef(r.oid), ';'), r.ev_enabled, r.rulename = '_RETURN'
        FROM pg_rewrite r
        JOIN pg_class c ON c.oid = r.ev_class
        JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE %s
      """
          .formatted(Names.USERS_SCHEMA);

  static final String POLICIES =
      """
      SELECT p.oid, p.polrelid, quote_ident(p.polname),
             CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
               WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
             p.polpermissive,
             ARRAY(SELECT CASE WHEN r = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r)) END
                     FROM unnest(p.polroles) AS r),
             pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)
        FROM pg_policy p
        JOIN pg_class c ON c.oid = p.polrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE %s
      """
          .formatted(Names.USERS_SCHEMA);
}
