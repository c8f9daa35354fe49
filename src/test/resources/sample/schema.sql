-- The sample's schema as lines of text, the same for the same schema: what a round trip must restore.
WITH namespaces AS (
  SELECT oid, nspname FROM pg_namespace WHERE nspname IN ('public', 'reporting')
), relations AS (
  SELECT c.* FROM pg_class c JOIN namespaces n ON n.oid = c.relnamespace
   WHERE c.relname NOT LIKE 'alembic_version%'
), lines AS (
  SELECT concat_ws(' ', 'schema', nspname, obj_description(oid, 'pg_namespace')) FROM namespaces
  UNION ALL
  SELECT concat_ws(' ', 'relation', oid::regclass, relkind, pg_get_expr(relpartbound, oid),
                   CASE WHEN relkind = 'p' THEN pg_get_partkeydef(oid) END, obj_description(oid, 'pg_class'))
    FROM relations
  UNION ALL
  SELECT concat_ws(' ', 'column', r.oid::regclass,
                   row_number() OVER (PARTITION BY r.oid ORDER BY attnum), attname,
                   format_type(atttypid, atttypmod), attnotnull, attidentity, attislocal, attinhcount,
                   pg_get_expr(adbin, adrelid), col_description(r.oid, attnum))
    FROM relations r
    JOIN pg_attribute a ON attrelid = r.oid AND attnum > 0 AND NOT attisdropped
    LEFT JOIN pg_attrdef ON adrelid = r.oid AND adnum = attnum
  UNION ALL
  SELECT concat_ws(' ', 'constraint', r.oid::regclass, conname, convalidated, conislocal, coninhcount,
                   pg_get_constraintdef(c.oid))
    FROM pg_constraint c JOIN relations r ON r.oid = conrelid
  UNION ALL
  SELECT concat_ws(' ', 'index', indisvalid, pg_get_indexdef(indexrelid))
    FROM pg_index JOIN relations r ON r.oid = indexrelid
  UNION ALL
  SELECT concat_ws(' ', 'trigger', tgenabled, pg_get_triggerdef(t.oid))
    FROM pg_trigger t JOIN relations r ON r.oid = tgrelid WHERE NOT tgisinternal
  UNION ALL
  SELECT concat_ws(' ', 'routine', pg_get_functiondef(p.oid), obj_description(p.oid, 'pg_proc'))
    FROM pg_proc p JOIN namespaces n ON n.oid = pronamespace
  UNION ALL
  SELECT concat_ws(' ', 'enum', enumtypid::regtype, string_agg(enumlabel, ',' ORDER BY enumsortorder))
    FROM pg_enum GROUP BY enumtypid
  UNION ALL
  SELECT concat_ws(' ', 'view', oid::regclass, pg_get_viewdef(oid)) FROM relations WHERE relkind = 'v'
  UNION ALL
  SELECT concat_ws(' ', 'sequence', s.oid::regclass, refobjid::regclass, refobjsubid, deptype)
    FROM relations s JOIN pg_depend ON objid = s.oid AND classid = 'pg_class'::regclass AND deptype IN ('a', 'i')
   WHERE s.relkind = 'S'
)
SELECT * FROM lines AS l (line) ORDER BY line;
