-- validate slice bounds
--
-- Revision ID: 0020
-- Revises: 0018
-- Create Date: 2025-03-01 07:45:00+00:00

-- Last of three, see 0014.

-- @upgrade autocommit
-- Each statement commits by itself, so that no scan happens under a strong lock:
-- VALIDATE lets readers and writers pass, and SET NOT NULL believes the validated
-- check instead of scanning (PostgreSQL 12 and later).
-- Every statement can be repeated: if one fails, mend the rows and run it again.
ALTER TABLE orders VALIDATE CONSTRAINT orders_slice_number_bounds;
ALTER TABLE orders VALIDATE CONSTRAINT orders_slice_size_bounds;

ALTER TABLE orders DROP CONSTRAINT IF EXISTS orders_slice_size_present;
ALTER TABLE orders ADD CONSTRAINT orders_slice_size_present CHECK (slice_size IS NOT NULL) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_slice_size_present;
ALTER TABLE orders ALTER COLUMN slice_size SET NOT NULL;
ALTER TABLE orders DROP CONSTRAINT orders_slice_size_present;

-- @downgrade
-- A constraint cannot be made NOT VALID again, only replaced by one that is.
ALTER TABLE orders
  ALTER COLUMN slice_size DROP NOT NULL,
  DROP CONSTRAINT orders_slice_size_bounds,
  DROP CONSTRAINT orders_slice_number_bounds,
  ADD CONSTRAINT orders_slice_number_bounds CHECK (
    (parent_order_id IS NULL) = (slice_number IS NULL) AND slice_number > 0
  ) NOT VALID,
  ADD CONSTRAINT orders_slice_size_bounds CHECK (slice_size > 0 AND slice_size <= quantity) NOT VALID;
