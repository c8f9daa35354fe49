-- reporting schema
--
-- Revision ID: 0016
-- Revises: 0014
-- Create Date: 2025-02-20 15:48:33+00:00
-- Branch Labels: reporting

-- The reporting team works on its own branch until month end; see 0021.

-- @upgrade
CREATE SCHEMA reporting;

COMMENT ON SCHEMA reporting IS 'What reports read. Owned by the reporting team; nothing that trades depends on it.';

CREATE TABLE reporting.trading_days (
  venue_id    integer NOT NULL REFERENCES venues (venue_id),
  trading_day date    NOT NULL,
  half_day    boolean NOT NULL DEFAULT false,
  PRIMARY KEY (venue_id, trading_day)
);

CREATE TABLE reporting.closing_prices (
  instrument_id bigint        NOT NULL REFERENCES instruments (instrument_id),
  trading_day   date          NOT NULL,
  price         numeric(18,6) NOT NULL,
  source        text          NOT NULL,
  PRIMARY KEY (instrument_id, trading_day),
  CONSTRAINT closing_prices_price_positive CHECK (price > 0)
);

-- @downgrade
DROP TABLE reporting.closing_prices;
DROP TABLE reporting.trading_days;

-- Without CASCADE: fails if somebody has put something of their own there.
DROP SCHEMA reporting;
