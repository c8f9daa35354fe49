package dev.retort.postgres.catalog;

/** Asks for types, domains and routines. */
final class TypeSql {
  private TypeSql() {}

  /** The options of CREATE TYPE for a range. */
  private static final String RANGE =
      """
      (SELECT ARRAY['subtype=' || format_type(r.rngsubtype, NULL),
               'subtype_opclass=' || (SELECT quote_ident(x.nspname) || '.' || quote_ident(oc.opcname)
                   FROM pg_opclass oc JOIN pg_namespace x ON x.oid = oc.opcnamespace
                  WHERE oc.oid = r.rngsubopc),
               'multirange_type_name=' || format_type(r.rngmultitypid, NULL)]
           || CASE WHEN r.rngcollation <> st.typcollation THEN ARRAY['collation='
                || (SELECT quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
                      FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace
                     WHERE co.oid = r.rngcollation)] END
           || CASE WHEN r.rngcanonical <> 0 THEN ARRAY['canonical=' || r.rngcanonical] END
           || CASE WHEN r.rngsubdiff <> 0 THEN ARRAY['subtype_diff=' || r.rngsubdiff] END
         FROM pg_range r JOIN pg_type st ON st.oid = r.rngsubtype
        WHERE r.rngtypid = t.oid)\
      """;

  /** The options of CREATE TYPE for a base type. */
  private static final String BASE =
      """
      ARRAY['input=' || t.typinput, 'output=' || t.typoutput,
            'internallength=' || CASE WHEN t.typlen < 0 THEN 'variable' ELSE t.typlen::text END,
            'alignment=' || CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2'
                            WHEN 'i' THEN 'int4' ELSE 'double' END,
            'storage=' || CASE t.typstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external'
                          WHEN 'm' THEN 'main' ELSE 'extended' END,
            'category=' || quote_literal(t.typcategory::text), 'preferred=' || t.typispreferred,
            'delimiter=' || quote_literal(t.typdelim::text)]
        || CASE WHEN t.typbyval THEN ARRAY['passedbyvalue=true'] END
        || CASE WHEN t.typreceive <> 0 THEN ARRAY['receive=' || t.typreceive] END
        || CASE WHEN t.typsend <> 0 THEN ARRAY['send=' || t.typsend] END
        || CASE WHEN t.typmodin <> 0 THEN ARRAY['typmod_in=' || t.typmodin] END
        || CASE WHEN t.typmodout <> 0 THEN ARRAY['typmod_out=' || t.typmodout] END
        || CASE WHEN t.typanalyze <> 0 THEN ARRAY['analyze=' || t.typanalyze] END
        || CASE WHEN t.typsubscript <> 0 THEN ARRAY['subscript=' || t.typsubscript] END
        || CASE WHEN t.typelem <> 0 THEN ARRAY['element=' || format_type(t.typelem, NULL)] END
        || CASE WHEN t.typcollation <> 0 THEN ARRAY['collatable=true'] END
        || CASE WHEN t.typdefault IS NOT NULL THEN ARRAY['default=' || quote_literal(t.typdefault)]
           END\
      """;

  /** But for those of tables, arrays and multiranges, which come with something else. */
  static final String TYPES =
      """
      SELECT t.oid, quote_ident(n.nspname), quote_ident(t.typname),
             CASE WHEN t.typisdefined THEN t.typtype ELSE '?' END,
             quote_ident(pg_get_userbyid(t.typowner)), t.typrelid,
             ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid
                    ORDER BY e.enumsortorder),
             format_type(t.typbasetype, t.typtypmod),
             CASE WHEN t.typtype = 'd' AND t.typcollation <> b.typcollation THEN
               (SELECT quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
                  FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace
                 WHERE co.oid = t.typcollation) END,
             coalesce(pg_get_expr(t.typdefaultbin, 0), quote_literal(t.typdefault)),
             t.typnotnull,
             (SELECT CASE WHEN k.conname <> t.typname || '_not_null' THEN quote_ident(k.conname) END
                FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'n'),
             CASE t.typtype WHEN 'r' THEN %s WHEN 'b' THEN %s END
        FROM pg_type t
        JOIN pg_namespace n ON n.oid = t.typnamespace
        LEFT JOIN pg_type b ON b.oid = t.typbasetype
        LEFT JOIN pg_class tc ON tc.oid = t.typrelid
       WHERE %s AND t.typtype IN ('b', 'c', 'd', 'e', 'r', 'p')
         AND (t.typrelid = 0 OR tc.relkind = 'c')
         AND NOT EXISTS (SELECT 1 FROM pg_type el WHERE el.typarray = t.oid)
      """
          .formatted(RANGE, BASE, Names.USERS_SCHEMA);

  /** But for the constructors that come with a range type. */
  static final String ROUTINES =
      """
      SELECT p.oid, quote_ident(n.nspname), quote_ident(p.proname), p.prokind,
             quote_ident(pg_get_userbyid(p.proowner)),
             (SELECT string_agg(format_type(u.t, NULL), ', ' ORDER BY u.place)
                FROM unnest(p.proargtypes) WITH ORDINALITY AS u(t, place)),
             CASE WHEN p.prokind <> 'a' THEN rtrim(pg_get_functiondef(p.oid), E'\\n') END,
             pg_get_function_result(p.oid), pg_get_function_arguments(p.oid)
        FROM pg_proc p
        JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE %s
         AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass
                           AND d.objid = p.oid AND d.deptype = 'i')
      """
          .formatted(Names.USERS_SCHEMA);

  private static String modify(String word, String column, String condition) {
    return """
    CASE WHEN %2$s AND %1$s <> CASE WHEN a.aggkind = 'n' THEN 'r' ELSE 'w' END::"char"
      THEN '%3$s = ' || CASE %1$s WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE'
                        ELSE 'READ_WRITE' END END\
    """
        .formatted(column, condition, word);
  }

  /** The clauses of CREATE AGGREGATE. */
  static final String AGGREGATES =
      """
      SELECT a.aggfnoid::oid, p.pronargs = 0, array_remove(ARRAY[
               'SFUNC = ' || a.aggtransfn,
               'STYPE = ' || format_type(a.aggtranstype, NULL),
               CASE WHEN a.aggtransspace <> 0 THEN 'SSPACE = ' || a.aggtransspace END,
               CASE WHEN a.aggfinalfn <> 0 THEN 'FINALFUNC = ' || a.aggfinalfn END,
               CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
               %s,
               CASE WHEN a.aggcombinefn <> 0 THEN 'COMBINEFUNC = ' || a.aggcombinefn END,
               CASE WHEN a.aggserialfn <> 0 THEN 'SERIALFUNC = ' || a.aggserialfn END,
               CASE WHEN a.aggdeserialfn <> 0 THEN 'DESERIALFUNC = ' || a.aggdeserialfn END,
               'INITCOND = ' || quote_literal(a.agginitval),
               CASE WHEN a.aggmtransfn <> 0 THEN 'MSFUNC = ' || a.aggmtransfn END,
               CASE WHEN a.aggminvtransfn <> 0 THEN 'MINVFUNC = ' || a.aggminvtransfn END,
               CASE WHEN a.aggmtranstype <> 0
                 THEN 'MSTYPE = ' || format_type(a.aggmtranstype, NULL) END,
               CASE WHEN a.aggmtransspace <> 0 THEN 'MSSPACE = ' || a.aggmtransspace END,
               CASE WHEN a.aggmfinalfn <> 0 THEN 'MFINALFUNC = ' || a.aggmfinalfn END,
               CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
               %s,
               'MINITCOND = ' || quote_literal(a.aggminitval),
               CASE WHEN a.aggsortop <> 0 THEN 'SORTOP = ' || %s END,
               CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE'
                 WHEN 'r' THEN 'PARALLEL = RESTRICTED' END,
               CASE WHEN a.aggkind = 'h' THEN 'HYPOTHETICAL' END], NULL)
        FROM pg_aggregate a
        JOIN pg_proc p ON p.oid = a.aggfnoid
        JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE %s
      """
          .formatted(
              modify("FINALFUNC_MODIFY", "a.aggfinalmodify", "true"),
              modify("MFINALFUNC_MODIFY", "a.aggmfinalmodify", "a.aggmtransfn <> 0"),
              Names.operator("a.aggsortop"),
              Names.USERS_SCHEMA);
}
