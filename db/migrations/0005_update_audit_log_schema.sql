-- update audit log schema
--
-- Revision ID: 0005
-- Revises: 0004
-- Create Date: 2025-01-13 16:41:10+00:00

-- Who made a change and in which transaction; rows as jsonb, so that they can be
-- compared and searched; one call to have a table watched.

-- @upgrade

-- json to jsonb rewrites the table. Nothing is watched before this revision, so
-- the table is empty unless somebody wrote to it by hand.
-- actor and transaction_id are NULL for such rows: it is not known, and a default
-- would claim that the migration's own role had made the change.
ALTER TABLE audit_log
  ALTER COLUMN old_row TYPE jsonb USING old_row::jsonb,
  ALTER COLUMN new_row TYPE jsonb USING new_row::jsonb,
  ADD COLUMN actor          text,
  ADD COLUMN transaction_id xid8;

CREATE INDEX audit_log_transaction_id_idx ON audit_log (transaction_id);

CREATE OR REPLACE FUNCTION audit_record_change() RETURNS trigger
LANGUAGE plpgsql AS $function$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN
    RETURN NULL;
  END IF;
  INSERT INTO audit_log (table_name, operation, old_row, new_row, actor, transaction_id)
  VALUES (
    TG_TABLE_NAME,
    TG_OP,
    CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END,
    CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END,
    coalesce(nullif(current_setting('trading.actor', true), ''), session_user),
    pg_current_xact_id()
  );
  RETURN NULL;  -- an AFTER trigger: the result is not looked at
END
$function$;

CREATE PROCEDURE audit_watch(watched regclass)
LANGUAGE plpgsql AS $procedure$
BEGIN
  EXECUTE format($trigger$
    CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON %s
      FOR EACH ROW EXECUTE FUNCTION audit_record_change();
  $trigger$, watched);
END
$procedure$;

COMMENT ON PROCEDURE audit_watch(regclass) IS
  'Has every change to a table recorded. The service sets trading.actor to the user it acts for.';

-- @downgrade
DROP PROCEDURE audit_watch(regclass);

CREATE OR REPLACE FUNCTION audit_record_change() RETURNS trigger
LANGUAGE plpgsql AS $function$
BEGIN
  INSERT INTO audit_log (table_name, operation, old_row, new_row)
  VALUES (
    TG_TABLE_NAME,
    TG_OP,
    CASE WHEN TG_OP <> 'INSERT' THEN row_to_json(OLD) END,
    CASE WHEN TG_OP <> 'DELETE' THEN row_to_json(NEW) END
  );
  RETURN NULL;  -- an AFTER trigger: the result is not looked at
END
$function$;

DROP INDEX audit_log_transaction_id_idx;

ALTER TABLE audit_log
  DROP COLUMN transaction_id,
  DROP COLUMN actor,
  ALTER COLUMN new_row TYPE json USING new_row::json,
  ALTER COLUMN old_row TYPE json USING old_row::json;
