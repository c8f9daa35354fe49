package dev.retort.postgres.catalog;

/**
 * Asks which rows of the catalogs are only a part of an object, so that it needs what they need.
 */
final class PartSql {
  private PartSql() {}

  static final String PARTS =
      """
      SELECT 'pg_amop', ao.oid, CASE WHEN d.refobjid IS NULL THEN 'pg_opfamily' ELSE 'pg_opclass'
             END, coalesce(d.refobjid, ao.amopfamily)
        FROM pg_amop ao
        LEFT JOIN pg_depend d ON d.classid = 'pg_amop'::regclass AND d.objid = ao.oid
                             AND d.refclassid = 'pg_opclass'::regclass AND d.deptype = 'i'
       WHERE ao.oid >= 16384
      UNION ALL
      SELECT 'pg_amproc', ap.oid, CASE WHEN d.refobjid IS NULL THEN 'pg_opfamily'
             ELSE 'pg_opclass' END, coalesce(d.refobjid, ap.amprocfamily)
        FROM pg_amproc ap
        LEFT JOIN pg_depend d ON d.classid = 'pg_amproc'::regclass AND d.objid = ap.oid
                             AND d.refclassid = 'pg_opclass'::regclass AND d.deptype = 'i'
       WHERE ap.oid >= 16384
      UNION ALL
      SELECT 'pg_type', t.oid, 'pg_class', t.typrelid FROM pg_type t
        JOIN pg_class c ON c.oid = t.typrelid AND c.relkind <> 'c'
       WHERE t.oid >= 16384
      UNION ALL
      SELECT 'pg_class', t.typrelid, 'pg_type', t.oid FROM pg_type t
        JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
       WHERE t.oid >= 16384
      UNION ALL
      SELECT 'pg_type', r.rngmultitypid, 'pg_type', r.rngtypid FROM pg_range r
       WHERE r.rngtypid >= 16384
      UNION ALL
      SELECT 'pg_type', t.typarray, 'pg_type', t.oid FROM pg_type t
       WHERE t.typarray <> 0 AND t.oid >= 16384
      UNION ALL
      SELECT 'pg_publication_rel', p.oid, 'pg_publication', p.prpubid FROM pg_publication_rel p
      UNION ALL
      SELECT 'pg_class', i.indexrelid, 'pg_constraint', k.oid FROM pg_index i
        JOIN pg_constraint k ON k.conrelid = i.indrelid AND k.conindid = i.indexrelid
                            AND k.contype IN ('p', 'u', 'x')
       WHERE i.indexrelid >= 16384
      """;
}
