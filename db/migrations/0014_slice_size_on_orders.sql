-- slice size on orders
--
-- Revision ID: 0014
-- Revises: 0012
-- Create Date: 2025-02-18 12:10:27+00:00

-- First of three: add the column (here), fill it (0018), demand it (0020).
-- The order service writes slice_size from release 2025.8 on; deploy that before 0018.

-- @upgrade
-- No default and NOT VALID: no row is looked at, the lock is held for an instant.
ALTER TABLE orders
  ADD COLUMN slice_size numeric(18,4),
  ADD CONSTRAINT orders_slice_size_bounds CHECK (slice_size > 0 AND slice_size <= quantity) NOT VALID;

COMMENT ON COLUMN orders.slice_size IS
  'The most that is sent to a venue at once; the whole quantity where an order is not sliced.';

-- @downgrade
ALTER TABLE orders
  DROP CONSTRAINT orders_slice_size_bounds,
  DROP COLUMN slice_size;
