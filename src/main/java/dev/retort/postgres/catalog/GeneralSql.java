package dev.retort.postgres.catalog;

/**
 * Asks for what a schema has few of, as statements. Each query has the columns catalog, oid, kind,
 * schema, name, detail, owner, statements, and what is left out for the sake of a secret.
 */
final class GeneralSql {
  private GeneralSql() {}

  static final String EXTENSIONS =
      """
      SELECT 'pg_extension', e.oid, 'EXTENSION', '', quote_ident(e.extname), '', NULL,
             ARRAY['CREATE EXTENSION IF NOT EXISTS ' || quote_ident(e.extname) || ' WITH SCHEMA '
                   || quote_ident(n.nspname) || ' VERSION ' || quote_literal(e.extversion)], NULL
        FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.oid >= 16384
      """;

  static final String LANGUAGES =
      """
      SELECT 'pg_language', l.oid, 'LANGUAGE', '', quote_ident(l.lanname), '', %s,
             ARRAY['CREATE ' || CASE WHEN l.lanpltrusted THEN 'TRUSTED ' ELSE '' END || 'LANGUAGE '
                   || quote_ident(l.lanname) || ' HANDLER ' || l.lanplcallfoid::regproc
                   || CASE WHEN l.laninline <> 0 THEN ' INLINE ' || l.laninline::regproc ELSE '' END
                   || CASE WHEN l.lanvalidator <> 0 THEN ' VALIDATOR ' || l.lanvalidator::regproc
                      ELSE '' END], NULL
        FROM pg_language l WHERE l.oid >= 16384 AND l.lanispl
      UNION ALL
      SELECT 'pg_am', a.oid, 'ACCESS_METHOD', '', quote_ident(a.amname), '', NULL,
             ARRAY['CREATE ACCESS METHOD ' || quote_ident(a.amname) || ' TYPE '
                   || CASE a.amtype WHEN 't' THEN 'TABLE' ELSE 'INDEX' END || ' HANDLER '
                   || a.amhandler], NULL
        FROM pg_am a WHERE a.oid >= 16384
      UNION ALL
      SELECT 'pg_transform', t.oid, 'TRANSFORM', '',
             'FOR ' || format_type(t.trftype, NULL) || ' LANGUAGE ' || quote_ident(l.lanname),
             '', NULL,
             ARRAY['CREATE TRANSFORM FOR ' || format_type(t.trftype, NULL) || ' LANGUAGE '
                   || quote_ident(l.lanname) || ' (' || concat_ws(', ',
                     'FROM SQL WITH FUNCTION ' || nullif(t.trffromsql::oid, 0)::regprocedure,
                     'TO SQL WITH FUNCTION ' || nullif(t.trftosql::oid, 0)::regprocedure) || ')'],
             NULL
        FROM pg_transform t JOIN pg_language l ON l.oid = t.trflang WHERE t.oid >= 16384
      UNION ALL
      SELECT 'pg_cast', c.oid, 'CAST', '', '(' || format_type(c.castsource, NULL) || ' AS '
             || format_type(c.casttarget, NULL) || ')', '', NULL,
             ARRAY['CREATE CAST (' || format_type(c.castsource, NULL) || ' AS '
                   || format_type(c.casttarget, NULL) || ') '
                   || CASE c.castmethod WHEN 'f' THEN 'WITH FUNCTION ' || c.castfunc::regprocedure
                      WHEN 'i' THEN 'WITH INOUT' ELSE 'WITHOUT FUNCTION' END
                   || CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT'
                      ELSE '' END], NULL
        FROM pg_cast c WHERE c.oid >= 16384
         AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_cast'::regclass
                           AND d.objid = c.oid AND d.deptype = 'i')
      UNION ALL
      SELECT 'pg_event_trigger', e.oid, 'EVENT_TRIGGER', '', quote_ident(e.evtname), '',
             quote_ident(pg_get_userbyid(e.evtowner)),
             ARRAY['CREATE EVENT TRIGGER ' || quote_ident(e.evtname) || ' ON ' || e.evtevent
                   || coalesce(' WHEN TAG IN (' || (SELECT string_agg(quote_literal(t), ', ')
                        FROM unnest(e.evttags) AS t) || ')', '')
                   || ' EXECUTE FUNCTION ' || e.evtfoid::regproc || '()']
             || CASE e.evtenabled
                  WHEN 'D' THEN ARRAY['ALTER EVENT TRIGGER ' || quote_ident(e.evtname) || ' DISABLE']
                  WHEN 'R' THEN
                    ARRAY['ALTER EVENT TRIGGER ' || quote_ident(e.evtname) || ' ENABLE REPLICA']
                  WHEN 'A' THEN
                    ARRAY['ALTER EVENT TRIGGER ' || quote_ident(e.evtname) || ' ENABLE ALWAYS']
                END, NULL
        FROM pg_event_trigger e WHERE e.oid >= 16384
      """
          .formatted(Names.role("l.lanowner"));

  /** Which column holds a collation's locale has changed from version to version. */
  static final String COLLATIONS =
      """
      SELECT 'pg_collation', c.oid, 'COLLATION', quote_ident(n.nspname), quote_ident(c.collname),
             '', %1$s,
             ARRAY['CREATE COLLATION ' || quote_ident(n.nspname) || '.' || quote_ident(c.collname)
                   || ' (' || concat_ws(', ',
                     'provider = ' || CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin'
                                      ELSE 'libc' END,
                     CASE WHEN NOT c.collisdeterministic THEN 'deterministic = false' END,
                     CASE WHEN c.collprovider = 'c' THEN
                       'lc_collate = ' || quote_literal(c.collcollate) || ', lc_ctype = '
                       || quote_literal(c.collctype)
                     ELSE 'locale = ' || quote_literal(coalesce(j.j ->> 'colllocale',
                            j.j ->> 'colliculocale', j.j ->> 'collcollate')) END,
                     'rules = ' || quote_literal(j.j ->> 'collicurules')) || ')'], NULL
        FROM pg_collation c
        JOIN pg_namespace n ON n.oid = c.collnamespace
       CROSS JOIN LATERAL (SELECT to_jsonb(c) AS j) AS j
       WHERE %4$s AND c.oid >= 16384
      UNION ALL
      SELECT 'pg_conversion', c.oid, 'CONVERSION', quote_ident(n.nspname), quote_ident(c.conname),
             '', %2$s,
             ARRAY['CREATE ' || CASE WHEN c.condefault THEN 'DEFAULT ' ELSE '' END || 'CONVERSION '
                   || quote_ident(n.nspname) || '.' || quote_ident(c.conname) || ' FOR '
                   || quote_literal(pg_encoding_to_char(c.conforencoding)) || ' TO '
                   || quote_literal(pg_encoding_to_char(c.contoencoding)) || ' FROM ' || c.conproc],
             NULL
        FROM pg_conversion c JOIN pg_namespace n ON n.oid = c.connamespace WHERE %4$s
      UNION ALL
      SELECT 'pg_statistic_ext', s.oid, 'STATISTICS', quote_ident(n.nspname),
             quote_ident(s.stxname), '', %3$s,
             ARRAY[replace(pg_get_statisticsobjdef(s.oid),
                     ' ON ' || pg_get_statisticsobjdef_columns(s.oid) || ' FROM ',
                     ' ON ' || concat_ws(', ',
                       (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname)
                          FROM pg_attribute a
                         WHERE a.attrelid = s.stxrelid AND a.attnum = ANY (s.stxkeys)),
                       (SELECT string_agg('(' || e || ')', ', ')
                          FROM unnest(pg_get_statisticsobjdef_expressions(s.oid)) AS e))
                     || ' FROM ')]
             || CASE WHEN s.stxstattarget >= 0 THEN ARRAY['ALTER STATISTICS '
                  || quote_ident(n.nspname) || '.' || quote_ident(s.stxname) || ' SET STATISTICS '
                  || s.stxstattarget] END, NULL
        FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace WHERE %4$s
      """
          .formatted(
              Names.role("c.collowner"),
              Names.role("c.conowner"),
              Names.role("s.stxowner"),
              Names.USERS_SCHEMA);
}
