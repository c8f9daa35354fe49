-- backfill slice sizes in batches
--
-- Revision ID: 0018
-- Revises: 0017
-- Create Date: 2025-02-26 10:15:42+00:00

-- Second of three, see 0014. Orders from before release 2025.8 were sent in one piece.

-- @upgrade autocommit
-- Commits every batch, so no row stays locked for longer than a moment, and VACUUM
-- keeps up. Rows that have a size are left alone: if it is stopped, run it again.
DO $backfill$
DECLARE
  batch_size constant bigint := 10000;
  first_id   bigint;
  last_id    bigint;
BEGIN
  SELECT min(order_id), max(order_id) INTO first_id, last_id FROM orders;
  WHILE first_id <= last_id LOOP
    UPDATE orders
       SET slice_size = quantity
     WHERE order_id >= first_id
       AND order_id < first_id + batch_size
       AND slice_size IS NULL;
    COMMIT;
    first_id := first_id + batch_size;
  END LOOP;
END
$backfill$;

-- @downgrade
-- Nothing to undo: the sizes are right with or without this revision, and the
-- column goes with 0014. Emptying it would also lose what the order service wrote.
