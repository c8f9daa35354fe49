-- daily P&L view
--
-- Revision ID: 0019
-- Revises: 0016
-- Create Date: 2025-02-28 14:04:11+00:00
-- Depends On: 0018

-- Reads orders.slice_size, which is filled in by 0018 on the other branch.

-- @upgrade
CREATE VIEW reporting.daily_pnl AS
SELECT o.account_id,
       o.instrument_id,
       (f.executed_at AT TIME ZONE v.time_zone)::date AS trading_day,
       count(DISTINCT o.order_id)                     AS orders,
       sum(ceil(f.quantity / o.slice_size))           AS slices,
       sum(m.signed_quantity)                         AS net_quantity,
       sum(f.fee)                                     AS fees,
       -- What the day's trades are worth at its close, less what was paid for them.
       sum(m.signed_quantity * (c.price - f.price) - f.fee) AS pnl
  FROM fills f
  JOIN orders o USING (order_id)
  JOIN venues v ON v.venue_id = f.venue_id
 CROSS JOIN LATERAL (SELECT CASE o.side WHEN 'BUY' THEN f.quantity ELSE -f.quantity END AS signed_quantity) m
  LEFT JOIN reporting.closing_prices c
    ON c.instrument_id = o.instrument_id
   AND c.trading_day = (f.executed_at AT TIME ZONE v.time_zone)::date
 GROUP BY o.account_id, o.instrument_id, (f.executed_at AT TIME ZONE v.time_zone)::date;

COMMENT ON VIEW reporting.daily_pnl IS
  'Profit and loss of each day''s trades, marked at that day''s close; pnl is NULL until closing prices are in.';

-- @downgrade
DROP VIEW reporting.daily_pnl;
