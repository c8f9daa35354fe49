package dev.retort.postgres.catalog;

/** Asks for text search objects, as {@link GeneralSql} does. */
final class SearchSql {
  private SearchSql() {}

  static final String OBJECTS =
      """
      SELECT 'pg_ts_parser', p.oid, 'TEXT_SEARCH_PARSER', quote_ident(n.nspname),
             quote_ident(p.prsname), '', NULL,
             ARRAY['CREATE TEXT SEARCH PARSER ' || quote_ident(n.nspname) || '.'
                   || quote_ident(p.prsname) || ' (START = ' || p.prsstart || ', GETTOKEN = '
                   || p.prstoken || ', END = ' || p.prsend || ', LEXTYPES = ' || p.prslextype
                   || CASE WHEN p.prsheadline <> 0 THEN ', HEADLINE = ' || p.prsheadline ELSE '' END
                   || ')'], NULL
        FROM pg_ts_parser p JOIN pg_namespace n ON n.oid = p.prsnamespace WHERE %1$s
      UNION ALL
      SELECT 'pg_ts_template', t.oid, 'TEXT_SEARCH_TEMPLATE', quote_ident(n.nspname),
             quote_ident(t.tmplname), '', NULL,
             ARRAY['CREATE TEXT SEARCH TEMPLATE ' || quote_ident(n.nspname) || '.'
                   || quote_ident(t.tmplname) || ' ('
                   || CASE WHEN t.tmplinit <> 0 THEN 'INIT = ' || t.tmplinit || ', ' ELSE '' END
                   || 'LEXIZE = ' || t.tmpllexize || ')'], NULL
        FROM pg_ts_template t JOIN pg_namespace n ON n.oid = t.tmplnamespace WHERE %1$s
      UNION ALL
      SELECT 'pg_ts_dict', d.oid, 'TEXT_SEARCH_DICTIONARY', quote_ident(n.nspname),
             quote_ident(d.dictname), '', %2$s,
             ARRAY['CREATE TEXT SEARCH DICTIONARY ' || quote_ident(n.nspname) || '.'
                   || quote_ident(d.dictname) || ' (TEMPLATE = ' || quote_ident(tn.nspname) || '.'
                   || quote_ident(t.tmplname) || coalesce(', ' || d.dictinitoption, '') || ')'],
             NULL
        FROM pg_ts_dict d
        JOIN pg_namespace n ON n.oid = d.dictnamespace
        JOIN pg_ts_template t ON t.oid = d.dicttemplate
        JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
       WHERE %1$s
      UNION ALL
      SELECT 'pg_ts_config', c.oid, 'TEXT_SEARCH_CONFIGURATION', quote_ident(n.nspname),
             quote_ident(c.cfgname), '', %3$s,
             ARRAY['CREATE TEXT SEARCH CONFIGURATION ' || quote_ident(n.nspname) || '.'
                   || quote_ident(c.cfgname) || ' (PARSER = ' || quote_ident(pn.nspname) || '.'
                   || quote_ident(p.prsname) || ')']
             || ARRAY(
               SELECT 'ALTER TEXT SEARCH CONFIGURATION ' || quote_ident(n.nspname) || '.'
                      || quote_ident(c.cfgname) || ' ADD MAPPING FOR '
                      || (SELECT quote_ident(tt.alias) FROM ts_token_type(c.cfgparser) AS tt
                           WHERE tt.tokid = m.maptokentype)
                      || ' WITH ' || string_agg(m.mapdict::regdictionary::text, ', '
                                                ORDER BY m.mapseqno)
                 FROM pg_ts_config_map m WHERE m.mapcfg = c.oid
                GROUP BY m.maptokentype ORDER BY m.maptokentype), NULL
        FROM pg_ts_config c
        JOIN pg_namespace n ON n.oid = c.cfgnamespace
        JOIN pg_ts_parser p ON p.oid = c.cfgparser
        JOIN pg_namespace pn ON pn.oid = p.prsnamespace
       WHERE %1$s
      """
          .formatted(Names.USERS_SCHEMA, Names.role("d.dictowner"), Names.role("c.cfgowner"));
}
