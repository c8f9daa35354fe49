-- 002 create execution tables
--
-- Archived. Applied by hand to every database in 2024, before revisions were kept
-- in ../../migrations. Read it, never edit it, never run it on a database that
-- exists: it is the baseline that the revisions start from, and is replayed only
-- into empty throwaway databases and the sandbox.

CREATE TYPE venue_kind    AS ENUM ('LIT', 'AUCTION', 'RFQ');
CREATE TYPE order_side    AS ENUM ('BUY', 'SELL');
CREATE TYPE order_type    AS ENUM ('MARKET', 'LIMIT', 'STOP', 'STOP_LIMIT');
CREATE TYPE time_in_force AS ENUM ('DAY', 'GTC', 'IOC', 'FOK');
CREATE TYPE order_status  AS ENUM ('NEW', 'ACCEPTED', 'PARTIALLY_FILLED', 'FILLED', 'CANCELLED', 'REJECTED');

CREATE TABLE venues (
  venue_id  integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mic       text        NOT NULL,
  name      text        NOT NULL,
  kind      venue_kind  NOT NULL,
  time_zone text        NOT NULL,
  active    boolean     NOT NULL DEFAULT true,
  CONSTRAINT venues_mic_key UNIQUE (mic),
  CONSTRAINT venues_mic_format CHECK (mic ~ '^[A-Z0-9]{4}$')
);

COMMENT ON COLUMN venues.mic IS 'Market identifier code, ISO 10383.';

CREATE TABLE instruments (
  instrument_id bigint        GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  symbol        text          NOT NULL,
  isin          text,
  currency      text          NOT NULL,
  tick_size     numeric(12,6) NOT NULL,
  lot_size      numeric(18,4) NOT NULL DEFAULT 1,
  venue_id      integer       NOT NULL REFERENCES venues (venue_id),
  CONSTRAINT instruments_venue_id_symbol_key UNIQUE (venue_id, symbol),
  CONSTRAINT instruments_currency_format CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT instruments_sizes_positive CHECK (tick_size > 0 AND lot_size > 0)
);

CREATE TABLE accounts (
  account_id    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name          text        NOT NULL,
  base_currency text        NOT NULL,
  opened_at     timestamptz NOT NULL DEFAULT now(),
  closed_at     timestamptz,
  CONSTRAINT accounts_name_key UNIQUE (name),
  CONSTRAINT accounts_closed_after_opened CHECK (closed_at >= opened_at)
);

CREATE TABLE api_clients (
  api_client_id bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id    bigint      NOT NULL REFERENCES accounts (account_id),
  name          text        NOT NULL,
  created_at    timestamptz NOT NULL DEFAULT now(),
  revoked_at    timestamptz,
  api_key       text        NOT NULL,
  CONSTRAINT api_clients_account_id_name_key UNIQUE (account_id, name),
  CONSTRAINT api_clients_api_key_key UNIQUE (api_key)
);

CREATE TABLE orders (
  order_id        bigint        GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  client_order_id text          NOT NULL,
  account_id      bigint        NOT NULL REFERENCES accounts (account_id),
  instrument_id   bigint        NOT NULL REFERENCES instruments (instrument_id),
  venue_id        integer       NOT NULL REFERENCES venues (venue_id),
  side            order_side    NOT NULL,
  type            order_type    NOT NULL,
  time_in_force   time_in_force NOT NULL DEFAULT 'DAY',
  quantity        numeric(18,4) NOT NULL,
  limit_price     numeric(18,6),
  stop_price      numeric(18,6),
  status          order_status  NOT NULL DEFAULT 'NEW',
  created_at      timestamptz   NOT NULL DEFAULT now(),
  updated_at      timestamptz   NOT NULL DEFAULT now(),
  CONSTRAINT orders_account_id_client_order_id_key UNIQUE (account_id, client_order_id),
  CONSTRAINT orders_quantity_positive CHECK (quantity > 0),
  CONSTRAINT orders_limit_price_when_limited CHECK ((type IN ('LIMIT', 'STOP_LIMIT')) = (limit_price IS NOT NULL)),
  CONSTRAINT orders_stop_price_when_stopped CHECK ((type IN ('STOP', 'STOP_LIMIT')) = (stop_price IS NOT NULL))
);

-- The matching engine asks for what is still open on an instrument.
CREATE INDEX orders_open_idx
  ON orders (instrument_id, side) WHERE status IN ('NEW', 'ACCEPTED', 'PARTIALLY_FILLED');

CREATE TABLE fills (
  fill_id       bigserial     NOT NULL,
  order_id      bigint        NOT NULL,
  venue_id      integer       NOT NULL,
  venue_fill_id text          NOT NULL,
  price         numeric(18,6) NOT NULL,
  quantity      numeric(18,4) NOT NULL,
  fee           numeric(18,6) NOT NULL DEFAULT 0,
  executed_at   timestamptz   NOT NULL,
  CONSTRAINT fills_pkey PRIMARY KEY (fill_id),
  CONSTRAINT fills_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders (order_id),
  CONSTRAINT fills_venue_id_fkey FOREIGN KEY (venue_id) REFERENCES venues (venue_id),
  CONSTRAINT fills_positive CHECK (price > 0 AND quantity > 0)
);

CREATE INDEX fills_order_id_idx ON fills (order_id);
CREATE INDEX fills_venue_id_venue_fill_id_idx ON fills (venue_id, venue_fill_id);

COMMENT ON TABLE fills IS 'One execution at a venue, as the venue reported it. Rows are never updated.';

CREATE TABLE positions (
  account_id    bigint        NOT NULL REFERENCES accounts (account_id),
  instrument_id bigint        NOT NULL REFERENCES instruments (instrument_id),
  quantity      numeric(18,4) NOT NULL DEFAULT 0,
  average_price numeric(18,6) NOT NULL DEFAULT 0,
  updated_at    timestamptz   NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, instrument_id)
);
