-- extend orders for slicing
--
-- Revision ID: 0001
-- Revises:
-- Create Date: 2025-01-07 14:20:05+00:00

-- A large order is worked as slices: child orders that point to their parent.

-- @upgrade
CREATE TYPE slicing_algorithm AS ENUM ('TWAP', 'VWAP', 'POV', 'ICEBERG');

-- All three columns are new and NULL everywhere, so neither the columns nor the
-- foreign key need to look at existing rows. A CHECK would: it is NOT VALID here,
-- which still binds every new row, and 0020 validates it under a weak lock.
-- The index on parent_order_id follows in 0017, where it can be built concurrently.
ALTER TABLE orders
  ADD COLUMN parent_order_id bigint CONSTRAINT orders_parent_order_id_fkey REFERENCES orders (order_id),
  ADD COLUMN slice_number    integer,
  ADD COLUMN slicing         slicing_algorithm,
  ADD CONSTRAINT orders_slice_number_bounds CHECK (
    (parent_order_id IS NULL) = (slice_number IS NULL) AND slice_number > 0
  ) NOT VALID;

COMMENT ON COLUMN orders.parent_order_id IS 'The order this one is a slice of; NULL for an order a client sent.';
COMMENT ON COLUMN orders.slicing IS 'How a parent order is cut; NULL where it is sent in one piece.';

-- @downgrade
ALTER TABLE orders
  DROP CONSTRAINT orders_slice_number_bounds,
  DROP COLUMN slicing,
  DROP COLUMN slice_number,
  DROP COLUMN parent_order_id;

DROP TYPE slicing_algorithm;
