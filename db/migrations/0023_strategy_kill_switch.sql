-- strategy kill switch
--
-- Revision ID: 0023
-- Revises: 0021
-- Create Date: 2025-03-06 11:50:09+00:00

-- @upgrade
-- strategies has some dozens of rows: no need for NOT VALID here.
ALTER TABLE strategies
  ADD COLUMN halted_at   timestamptz,
  ADD COLUMN halted_by   bigint CONSTRAINT strategies_halted_by_fkey REFERENCES users (user_id),
  ADD COLUMN halt_reason text,
  ADD CONSTRAINT strategies_halt_is_complete
    CHECK (num_nonnulls(halted_at, halted_by, halt_reason) IN (0, 3));

CREATE INDEX strategies_halted_by_idx ON strategies (halted_by);

COMMENT ON COLUMN strategies.halted_at IS 'Set by somebody with strategy:halt; workers take no job of a halted strategy.';

CALL audit_watch('strategies');

-- @downgrade
DROP TRIGGER audit ON strategies;

DROP INDEX strategies_halted_by_idx;

-- Halted strategies would start again: disable them by hand first.
ALTER TABLE strategies
  DROP CONSTRAINT strategies_halt_is_complete,
  DROP COLUMN halt_reason,
  DROP COLUMN halted_by,
  DROP COLUMN halted_at;
