-- Each of the sample's tables with a digest of its rows. The audit log keeps what happened, and the
-- times of default rows are those of the run, so neither is compared.
SELECT c.oid::regclass || ' ' ||
       md5(query_to_xml(format('SELECT (to_jsonb(t) - ''changed_at'')::text AS r FROM %s t ORDER BY 1', c.oid::regclass),
                        true, false, '')::text)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname IN ('public', 'reporting')
   AND c.relkind IN ('r', 'p') AND NOT c.relispartition
   AND c.relname NOT IN ('alembic_version', 'audit_log')
 ORDER BY c.oid::regclass::text;
