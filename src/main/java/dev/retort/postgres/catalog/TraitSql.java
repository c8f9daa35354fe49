package dev.retort.postgres.catalog;

/** Asks for what any object can have, and for what needs what. */
final class TraitSql {
  private TraitSql() {}

  static final String MEMBERS =
      """
      SELECT classid::regclass, objid, refobjid FROM pg_depend
       WHERE deptype = 'e' AND refclassid = 'pg_extension'::regclass
      """;

  /** The schema public of every new database is the database owner's; 10 is the first role. */
  static final String NAMESPACES =
      """
      SELECT n.oid, quote_ident(n.nspname),
             CASE WHEN NOT (n.nspname = 'public' AND n.nspowner IN (10, 6171))
               THEN quote_ident(pg_get_userbyid(n.nspowner)) END
        FROM pg_namespace n WHERE %s
      """
          .formatted(Names.USERS_SCHEMA);

  static final String COMMENTS =
      """
      SELECT classoid::regclass, objoid, objsubid, description FROM pg_description
       WHERE objoid >= 16384 OR (classoid = 'pg_namespace'::regclass AND objoid = 2200)
      """;

  static final String LABELS =
      """
      SELECT classoid::regclass, objoid, objsubid, provider, label FROM pg_seclabel
      """;

  /** For which objects there are privileges, and what these are by default. */
  private static final String HOLDERS =
      """
      SELECT 'pg_class'::text AS catalog, oid, 0 AS sub, relacl AS acl,
             acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner) AS usual
        FROM pg_class WHERE relacl IS NOT NULL AND oid >= 16384
      UNION ALL
      SELECT 'pg_attribute', attrelid, attnum, attacl, NULL FROM pg_attribute
       WHERE attacl IS NOT NULL AND attrelid >= 16384 AND NOT attisdropped
      UNION ALL
      SELECT 'pg_namespace', oid, 0, coalesce(nspacl, acldefault('n', nspowner)),
             CASE WHEN nspname <> 'public' THEN acldefault('n', nspowner)
               ELSE acldefault('n', nspowner) || makeaclitem(0, nspowner, 'USAGE', false)
                 || CASE WHEN current_setting('server_version_num')::int < 150000
                      THEN ARRAY[makeaclitem(0, nspowner, 'CREATE', false)] END END
        FROM pg_namespace
       WHERE nspname = 'public' OR (nspacl IS NOT NULL AND oid >= 16384)
      UNION ALL
      SELECT 'pg_proc', oid, 0, proacl, acldefault('f', proowner)
        FROM pg_proc WHERE proacl IS NOT NULL AND oid >= 16384
      UNION ALL
      SELECT 'pg_type', oid, 0, typacl, acldefault('T', typowner)
        FROM pg_type WHERE typacl IS NOT NULL AND oid >= 16384
      UNION ALL
      SELECT 'pg_language', oid, 0, lanacl, acldefault('l', lanowner)
        FROM pg_language WHERE lanacl IS NOT NULL AND oid >= 16384
      UNION ALL
      SELECT 'pg_foreign_data_wrapper', oid, 0, fdwacl, acldefault('F', fdwowner)
        FROM pg_foreign_data_wrapper WHERE fdwacl IS NOT NULL AND oid >= 16384
      UNION ALL
      SELECT 'pg_foreign_server', oid, 0, srvacl, acldefault('S', srvowner)
        FROM pg_foreign_server WHERE srvacl IS NOT NULL AND oid >= 16384\
      """;

  /**
   * Privileges that are not the default, and the default's that are missing. On the schema public
   * the default is what a new database gives there, until version 14 the right to create as well.
   */
  static final String GRANTS =
      """
      WITH has AS (
        %s
      ), real AS (
        SELECT has.catalog, has.oid, has.sub, x.grantee, x.privilege_type, x.is_grantable, x.grantor
          FROM has, aclexplode(has.acl) AS x
      ), usual AS (
        SELECT has.catalog, has.oid, has.sub, x.grantee, x.privilege_type, x.is_grantable, x.grantor
          FROM has, aclexplode(has.usual) AS x
      ), differs AS (
        (SELECT true AS granted, * FROM real EXCEPT SELECT true, * FROM usual)
        UNION ALL
        (SELECT false, * FROM usual EXCEPT SELECT false, * FROM real)
      )
      SELECT CASE catalog WHEN 'pg_attribute' THEN 'pg_class' ELSE catalog END, oid, sub, granted,
             CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END,
             privilege_type, is_grantable, quote_ident(pg_get_userbyid(grantor))
        FROM differs
      """
          .formatted(HOLDERS);

  /** What is given in one schema comes on top; what is given anywhere stands for the default. */
  static final String DEFAULT_PRIVILEGES =
      """
      WITH has AS (
        SELECT d.oid, d.defaclrole, n.nspname, d.defaclobjtype, d.defaclacl AS acl,
               CASE WHEN d.defaclnamespace <> 0 THEN NULL
                 ELSE acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END,
                                 d.defaclrole) END AS usual
          FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
      ), differs AS (
        (SELECT true AS granted, has.oid, x.* FROM has, aclexplode(has.acl) AS x
         EXCEPT SELECT true, has.oid, x.* FROM has, aclexplode(has.usual) AS x)
        UNION ALL
        (SELECT false, has.oid, x.* FROM has, aclexplode(has.usual) AS x
         EXCEPT SELECT false, has.oid, x.* FROM has, aclexplode(has.acl) AS x)
      )
      SELECT has.oid, quote_ident(pg_get_userbyid(has.defaclrole)), quote_ident(has.nspname),
             CASE has.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES'
               WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS'
               ELSE 'LARGE OBJECTS' END,
             d.granted,
             CASE WHEN d.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(d.grantee)) END,
             d.privilege_type, d.is_grantable, quote_ident(pg_get_userbyid(d.grantor))
        FROM has JOIN differs d ON d.oid = has.oid
      """;

  private static final int DEFAULTS_OWN = 150_000;

  /**
   * But for a sequence's need of the column that owns it, which comes after both. Before version 15
   * what a generated column is made of is needed by the column, not by its expression.
   */
  static String dependencies(int version) {
    boolean before = version < DEFAULTS_OWN;
    return """
    SELECT %s, d.refclassid::regclass, d.refobjid
      FROM pg_depend d%s
     WHERE d.objid >= 16384 AND d.refobjid >= 16384
       AND d.deptype IN ('n', 'a', 'i', 'P', 'S')
       AND NOT (d.deptype = 'a' AND d.classid = 'pg_class'::regclass AND d.refobjsubid > 0
                AND EXISTS (SELECT 1 FROM pg_sequence s WHERE s.seqrelid = d.objid))
    """
        .formatted(
            before
                ? "CASE WHEN g.oid IS NULL THEN d.classid::regclass ELSE 'pg_attrdef'::regclass"
                    + " END, coalesce(g.oid, d.objid)"
                : "d.classid::regclass, d.objid",
            before
                ? """

                  LEFT JOIN (SELECT x.oid, x.adrelid, x.adnum FROM pg_attrdef x JOIN pg_attribute y
                                ON y.attrelid = x.adrelid AND y.attnum = x.adnum
                               AND y.attgenerated <> '') g
                    ON d.classid = 'pg_class'::regclass AND g.adrelid = d.objid
                   AND g.adnum = d.objsubid
                   AND d.refclassid NOT IN ('pg_type'::regclass, 'pg_collation'::regclass)\
                """
                : "");
  }
}
