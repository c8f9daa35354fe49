-- add audit log
--
-- Revision ID: 0004
-- Revises: 0001
-- Create Date: 2025-01-08 09:12:44+00:00
-- Branch Labels: audit

-- @upgrade
CREATE TABLE audit_log (
  audit_id    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  table_name  text        NOT NULL,
  operation   text        NOT NULL,
  old_row     json,
  new_row     json,
  CONSTRAINT audit_log_operation_known CHECK (operation IN ('INSERT', 'UPDATE', 'DELETE'))
);

CREATE INDEX audit_log_table_name_recorded_at_idx ON audit_log (table_name, recorded_at);

COMMENT ON TABLE audit_log IS 'Every change to a watched table. Rows are never updated or deleted.';

CREATE FUNCTION audit_record_change() RETURNS trigger
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

-- @downgrade
DROP FUNCTION audit_record_change();

DROP TABLE audit_log;
