-- index orders by account, concurrently
--
-- Revision ID: 0017
-- Revises: 0014
-- Create Date: 2025-02-24 09:30:00+00:00

-- @upgrade autocommit
-- An index build that is interrupted leaves an invalid index of its name behind,
-- hence the drops: the revision can be run again from its start.
DROP INDEX CONCURRENTLY IF EXISTS orders_account_id_created_at_idx;
CREATE INDEX CONCURRENTLY orders_account_id_created_at_idx
  ON orders (account_id, created_at DESC);

-- Most orders are no slices, and need not be in it.
DROP INDEX CONCURRENTLY IF EXISTS orders_parent_order_id_idx;
CREATE INDEX CONCURRENTLY orders_parent_order_id_idx
  ON orders (parent_order_id) WHERE parent_order_id IS NOT NULL;

-- @downgrade autocommit
DROP INDEX CONCURRENTLY IF EXISTS orders_parent_order_id_idx;
DROP INDEX CONCURRENTLY IF EXISTS orders_account_id_created_at_idx;
