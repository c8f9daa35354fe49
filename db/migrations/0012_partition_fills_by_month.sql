-- partition fills by month
--
-- Revision ID: 0012
-- Revises: 0011
-- Create Date: 2025-02-09 06:00:00+00:00

-- For the Sunday window: fills is locked throughout. The existing table becomes the
-- first partition as it is, so no old row is copied; what takes time is its new
-- primary key, and the look for newer fills (19 s on a copy of production, 38 million rows).

-- @upgrade
LOCK TABLE fills IN ACCESS EXCLUSIVE MODE;

ALTER TABLE fills RENAME TO fills_before_2025_03;
ALTER INDEX fills_order_id_idx RENAME TO fills_before_2025_03_order_id_idx;
ALTER INDEX fills_venue_id_venue_fill_id_idx RENAME TO fills_before_2025_03_venue_id_venue_fill_id_idx;

-- A key of a partitioned table has to contain the column it is partitioned by.
ALTER TABLE fills_before_2025_03
  DROP CONSTRAINT fills_pkey,
  ADD CONSTRAINT fills_before_2025_03_pkey PRIMARY KEY (fill_id, executed_at);

CREATE TABLE fills (
  fill_id       bigint        NOT NULL DEFAULT nextval('fills_fill_id_seq'),
  order_id      bigint        NOT NULL,
  venue_id      integer       NOT NULL,
  venue_fill_id text          NOT NULL,
  price         numeric(18,6) NOT NULL,
  quantity      numeric(18,4) NOT NULL,
  fee           numeric(18,6) NOT NULL DEFAULT 0,
  executed_at   timestamptz   NOT NULL,
  CONSTRAINT fills_pkey PRIMARY KEY (fill_id, executed_at),
  CONSTRAINT fills_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders (order_id),
  CONSTRAINT fills_venue_id_fkey FOREIGN KEY (venue_id) REFERENCES venues (venue_id),
  CONSTRAINT fills_positive CHECK (price > 0 AND quantity > 0)
) PARTITION BY RANGE (executed_at);

CREATE INDEX fills_order_id_idx ON fills (order_id);
CREATE INDEX fills_venue_id_venue_fill_id_idx ON fills (venue_id, venue_fill_id);

COMMENT ON TABLE fills IS 'One execution at a venue, as the venue reported it. Rows are never updated.';

ALTER SEQUENCE fills_fill_id_seq OWNED BY fills.fill_id;

CREATE FUNCTION fills_create_partition(month date) RETURNS void
LANGUAGE plpgsql AS $function$
DECLARE
  -- Months begin and end in UTC, whatever the session's time zone is.
  first_instant constant timestamptz := date_trunc('month', month::timestamp) AT TIME ZONE 'UTC';
  last_instant  constant timestamptz := (date_trunc('month', month::timestamp) + interval '1 month') AT TIME ZONE 'UTC';
BEGIN
  EXECUTE format($ddl$
    CREATE TABLE %I PARTITION OF fills
      FOR VALUES FROM (%L) TO (%L);
  $ddl$, to_char(month, '"fills_"YYYY_MM'), first_instant, last_instant);
END
$function$;

COMMENT ON FUNCTION fills_create_partition(date) IS 'Called for the month after next by the job partition-keeper.';

SELECT fills_create_partition('2025-03-01');
SELECT fills_create_partition('2025-04-01');

-- Should the job not have run, fills wait here instead of being refused.
CREATE TABLE fills_default PARTITION OF fills DEFAULT;

-- Nothing to move where this runs in time; a database that comes later has newer fills.
WITH newer AS (
  DELETE FROM fills_before_2025_03
   WHERE executed_at >= '2025-03-01 00:00:00+00'
  RETURNING fill_id, order_id, venue_id, venue_fill_id, price, quantity, fee, executed_at
)
INSERT INTO fills (fill_id, order_id, venue_id, venue_fill_id, price, quantity, fee, executed_at)
SELECT fill_id, order_id, venue_id, venue_fill_id, price, quantity, fee, executed_at
  FROM newer;

ALTER TABLE fills
  ATTACH PARTITION fills_before_2025_03
  FOR VALUES FROM (MINVALUE) TO ('2025-03-01 00:00:00+00');

-- @verify
-- The key no longer sees to it that fill_id alone is unique.
SELECT count(*) = count(DISTINCT fill_id) FROM fills;
SELECT pg_get_serial_sequence('fills', 'fill_id') IS NOT NULL;

-- @downgrade
LOCK TABLE fills IN ACCESS EXCLUSIVE MODE;

DROP FUNCTION fills_create_partition(date);

ALTER TABLE fills DETACH PARTITION fills_before_2025_03;

-- Copies the fills since March; run it in the Sunday window as well.
INSERT INTO fills_before_2025_03 (fill_id, order_id, venue_id, venue_fill_id, price, quantity, fee, executed_at)
SELECT fill_id, order_id, venue_id, venue_fill_id, price, quantity, fee, executed_at
  FROM fills;

ALTER SEQUENCE fills_fill_id_seq OWNED BY fills_before_2025_03.fill_id;

DROP TABLE fills;

ALTER TABLE fills_before_2025_03
  DROP CONSTRAINT fills_before_2025_03_pkey,
  ADD CONSTRAINT fills_pkey PRIMARY KEY (fill_id);

ALTER TABLE fills_before_2025_03 RENAME TO fills;
ALTER INDEX fills_before_2025_03_order_id_idx RENAME TO fills_order_id_idx;
ALTER INDEX fills_before_2025_03_venue_id_venue_fill_id_idx RENAME TO fills_venue_id_venue_fill_id_idx;
