package dev.retort.postgres.catalog;

/** Asks for operators, their classes and families, as {@link GeneralSql} does. */
final class OperatorSql {
  private OperatorSql() {}

  private static final String ARGUMENTS =
      """
      concat_ws(', ', CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END,
                CASE WHEN o.oprright = 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END)\
      """;

  static final String OPERATORS =
      """
      SELECT 'pg_operator', o.oid, 'OPERATOR', quote_ident(n.nspname), o.oprname, %s, %s,
             ARRAY['CREATE OPERATOR ' || quote_ident(n.nspname) || '.' || o.oprname || ' ('
                   || concat_ws(', ',
                     'FUNCTION = ' || o.oprcode,
                     CASE WHEN o.oprleft <> 0 THEN 'LEFTARG = ' || format_type(o.oprleft, NULL) END,
                     CASE WHEN o.oprright <> 0 THEN 'RIGHTARG = ' || format_type(o.oprright, NULL)
                       END,
                     'COMMUTATOR = ' || %s, 'NEGATOR = ' || %s,
                     CASE WHEN o.oprrest <> 0 THEN 'RESTRICT = ' || o.oprrest END,
                     CASE WHEN o.oprjoin <> 0 THEN 'JOIN = ' || o.oprjoin END,
                     CASE WHEN o.oprcanhash THEN 'HASHES' END,
                     CASE WHEN o.oprcanmerge THEN 'MERGES' END) || ')'], NULL
        FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
       WHERE %s AND o.oprcode <> 0
      """
          .formatted(
              ARGUMENTS,
              Names.role("o.oprowner"),
              Names.operator("o.oprcom"),
              Names.operator("o.oprnegate"),
              Names.USERS_SCHEMA);

  /** Members by what they belong to: a class by an internal dependency, or else the family. */
  private static final String MEMBERS =
      """
      members AS (
        SELECT ao.amopfamily AS family, d.refobjid AS class, 1 AS part, ao.amopstrategy AS number,
               ao.amoplefttype AS lefttype, ao.amoprighttype AS righttype,
               'OPERATOR ' || ao.amopstrategy || ' ' || o.name || ' ('
                 || format_type(ao.amoplefttype, NULL) || ', '
                 || format_type(ao.amoprighttype, NULL) || ')'
                 || CASE WHEN ao.amopsortfamily <> 0 THEN ' FOR ORDER BY '
                      || (SELECT quote_ident(sn.nspname) || '.' || quote_ident(sf.opfname)
                            FROM pg_opfamily sf JOIN pg_namespace sn ON sn.oid = sf.opfnamespace
                           WHERE sf.oid = ao.amopsortfamily) ELSE '' END AS text
          FROM pg_amop ao
          JOIN (SELECT x.oid, quote_ident(xn.nspname) || '.' || x.oprname AS name
                  FROM pg_operator x JOIN pg_namespace xn ON xn.oid = x.oprnamespace) AS o
            ON o.oid = ao.amopopr
          LEFT JOIN pg_depend d ON d.classid = 'pg_amop'::regclass AND d.objid = ao.oid
                               AND d.refclassid = 'pg_opclass'::regclass AND d.deptype = 'i'
         WHERE ao.oid >= 16384
        UNION ALL
        SELECT ap.amprocfamily, d.refobjid, 2, ap.amprocnum, ap.amproclefttype, ap.amprocrighttype,
               'FUNCTION ' || ap.amprocnum || ' (' || format_type(ap.amproclefttype, NULL) || ', '
                 || format_type(ap.amprocrighttype, NULL) || ') ' || ap.amproc::oid::regprocedure
          FROM pg_amproc ap
          LEFT JOIN pg_depend d ON d.classid = 'pg_amproc'::regclass AND d.objid = ap.oid
                               AND d.refclassid = 'pg_opclass'::regclass AND d.deptype = 'i'
         WHERE ap.oid >= 16384)\
      """;

  private static final String ORDERED =
      "string_agg(m.text, ', ' ORDER BY m.part, m.number, format_type(m.lefttype, NULL),"
          + " format_type(m.righttype, NULL))";

  static final String CLASSES =
      """
      WITH %1$s
      SELECT 'pg_opfamily', f.oid, 'OPERATOR_FAMILY', quote_ident(n.nspname),
             quote_ident(f.opfname), quote_ident(am.amname), %2$s,
             array_remove(ARRAY['CREATE OPERATOR FAMILY ' || quote_ident(n.nspname) || '.'
                   || quote_ident(f.opfname) || ' USING ' || quote_ident(am.amname)]
             || (SELECT 'ALTER OPERATOR FAMILY ' || quote_ident(n.nspname) || '.'
                   || quote_ident(f.opfname) || ' USING ' || quote_ident(am.amname) || ' ADD '
                   || %3$s FROM members m WHERE m.family = f.oid AND m.class IS NULL), NULL), NULL
        FROM pg_opfamily f
        JOIN pg_namespace n ON n.oid = f.opfnamespace
        JOIN pg_am am ON am.oid = f.opfmethod
       WHERE %4$s
      UNION ALL
      SELECT 'pg_opclass', c.oid, 'OPERATOR_CLASS', quote_ident(n.nspname),
             quote_ident(c.opcname), quote_ident(am.amname), %5$s,
             ARRAY['CREATE OPERATOR CLASS ' || quote_ident(n.nspname) || '.'
                   || quote_ident(c.opcname) || CASE WHEN c.opcdefault THEN ' DEFAULT' ELSE '' END
                   || ' FOR TYPE ' || format_type(c.opcintype, NULL) || ' USING '
                   || quote_ident(am.amname) || ' FAMILY ' || quote_ident(fn.nspname) || '.'
                   || quote_ident(f.opfname) || ' AS ' || concat_ws(', ',
                     (SELECT %3$s FROM members m WHERE m.class = c.oid),
                     CASE WHEN c.opckeytype <> 0 THEN 'STORAGE ' || format_type(c.opckeytype, NULL)
                          WHEN NOT EXISTS (SELECT 1 FROM members m WHERE m.class = c.oid)
                          THEN 'STORAGE ' || format_type(c.opcintype, NULL) END)], NULL
        FROM pg_opclass c
        JOIN pg_namespace n ON n.oid = c.opcnamespace
        JOIN pg_am am ON am.oid = c.opcmethod
        JOIN pg_opfamily f ON f.oid = c.opcfamily
        JOIN pg_namespace fn ON fn.oid = f.opfnamespace
       WHERE %4$s
      """
          .formatted(
              MEMBERS,
              Names.role("f.opfowner"),
              ORDERED,
              Names.USERS_SCHEMA,
              Names.role("c.opcowner"));
}
