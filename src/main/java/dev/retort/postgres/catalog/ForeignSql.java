package dev.retort.postgres.catalog;

/** Asks for foreign servers and what belongs to them, as {@link GeneralSql} does. */
final class ForeignSql {
  private ForeignSql() {}

  /** Whose mapping it is, as SQL names it. */
  private static final String MAPPED =
      "CASE WHEN u.umuser = 0 THEN 'PUBLIC' ELSE quote_ident(u.usename) END";

  /** The options of a mapping are visible to few roles; its being there, to all. */
  static final String SERVERS =
      """
      SELECT 'pg_foreign_data_wrapper', w.oid, 'FOREIGN_DATA_WRAPPER', '', quote_ident(w.fdwname),
             '', %1$s,
             ARRAY['CREATE FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname)
                   || CASE WHEN w.fdwhandler <> 0 THEN ' HANDLER ' || w.fdwhandler::regproc
                      ELSE '' END
                   || CASE WHEN w.fdwvalidator <> 0 THEN ' VALIDATOR ' || w.fdwvalidator::regproc
                      ELSE '' END || %2$s], %3$s
        FROM pg_foreign_data_wrapper w WHERE w.oid >= 16384
      UNION ALL
      SELECT 'pg_foreign_server', s.oid, 'SERVER', '', quote_ident(s.srvname), '', %4$s,
             ARRAY['CREATE SERVER ' || quote_ident(s.srvname)
                   || coalesce(' TYPE ' || quote_literal(s.srvtype), '')
                   || coalesce(' VERSION ' || quote_literal(s.srvversion), '')
                   || ' FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname) || %5$s], %6$s
        FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
      UNION ALL
      SELECT 'pg_user_mapping', u.umid, 'USER_MAPPING', '', 'FOR ' || %7$s || ' SERVER '
             || quote_ident(u.srvname), '', NULL,
             ARRAY['CREATE USER MAPPING FOR ' || %7$s || ' SERVER ' || quote_ident(u.srvname)
                   || %8$s],
             CASE WHEN u.umoptions IS NULL
                   AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
               THEN 'This role may not see its options, if it has any.' ELSE %9$s END
        FROM pg_user_mappings u
      """
          .formatted(
              Names.role("w.fdwowner"),
              Names.foreignOptions("w.fdwoptions"),
              hidden("w.fdwoptions"),
              Names.role("s.srvowner"),
              Names.foreignOptions("s.srvoptions"),
              hidden("s.srvoptions"),
              MAPPED,
              Names.foreignOptions("u.umoptions"),
              hidden("u.umoptions"));

  private static String hidden(String column) {
    return """
    (SELECT 'Options that may be secrets are left out: '
            || string_agg(o.option_name, ', ' ORDER BY o.option_name) || '.'
       FROM pg_options_to_table(%s) AS o WHERE %s)\
    """
        .formatted(column, Names.SECRET);
  }
}
