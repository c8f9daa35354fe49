-- account limits
--
-- Revision ID: 0007
-- Revises: 0006, 0005
-- Create Date: 2025-01-22 11:33:52+00:00

-- Brings the audit branch back: limits are the first table that is watched, and
-- users (0006) is watched as well from here on.

-- @upgrade
CREATE TABLE account_limits (
  account_id         bigint        PRIMARY KEY REFERENCES accounts (account_id),
  max_order_notional numeric(18,2) NOT NULL,
  max_open_orders    integer       NOT NULL,
  max_daily_loss     numeric(18,2) NOT NULL,
  changed_by         bigint        REFERENCES users (user_id),
  changed_at         timestamptz   NOT NULL DEFAULT now(),
  CONSTRAINT account_limits_not_negative CHECK (
    max_order_notional >= 0 AND max_open_orders >= 0 AND max_daily_loss >= 0
  )
);

CREATE INDEX account_limits_changed_by_idx ON account_limits (changed_by);

COMMENT ON TABLE account_limits IS 'What an account may do at most. An account without a row may not trade.';

-- The limits that were constants in the order service until now.
INSERT INTO account_limits (account_id, max_order_notional, max_open_orders, max_daily_loss)
SELECT account_id, 250000, 200, 50000
  FROM accounts
 WHERE closed_at IS NULL;

CALL audit_watch('account_limits');
CALL audit_watch('users');
CALL audit_watch('user_roles');

-- @downgrade
-- What audit_log recorded stays: it says what happened, whatever the tables are now.
DROP TRIGGER audit ON user_roles;
DROP TRIGGER audit ON users;
DROP TABLE account_limits;
