-- A little of everything that is there before the first revision, on both sides of each bound that
-- revisions care about: fills before and after March 2025, closed accounts, orders in every state.
INSERT INTO venues (mic, name, kind, time_zone)
VALUES ('XETR', 'Xetra', 'LIT', 'Europe/Berlin'), ('XLON', 'London', 'AUCTION', 'Europe/London');

INSERT INTO instruments (symbol, currency, tick_size, venue_id)
VALUES ('SAP', 'EUR', 0.01, 1), ('VOD', 'GBP', 0.01, 2);

INSERT INTO accounts (name, base_currency, opened_at, closed_at)
VALUES ('alpha', 'EUR', '2024-01-01', NULL),
       ('beta', 'GBP', '2024-01-01', NULL),
       ('gamma', 'GBP', '2024-01-01', '2024-06-30');

INSERT INTO api_clients (account_id, name, api_key)
VALUES (1, 'desk', 'abcd-1'), (2, 'desk', 'abcd-2');

INSERT INTO orders (client_order_id, account_id, instrument_id, venue_id, side, type, quantity, status)
SELECT 'c' || i, 1 + i % 2, 1 + i % 2, 1 + i % 2, 'BUY', 'MARKET', i,
       (enum_range(NULL::order_status))[1 + i % 6]
  FROM generate_series(1, 60) i;

INSERT INTO fills (order_id, venue_id, venue_fill_id, price, quantity, executed_at)
SELECT i, 1 + i % 2, 'f' || i, 100, i, timestamptz '2025-02-01 00:00:00+00' + i * interval '2 days'
  FROM generate_series(1, 60) i;

INSERT INTO models (name, owner) VALUES ('momentum', 'research');

INSERT INTO model_versions (model_id, version, artifact_uri, artifact_sha256, trained_from, trained_to)
VALUES (1, 1, 's3://models/momentum/1', sha256('x'), '2024-01-01', '2024-06-30');

INSERT INTO strategies (name, account_id, model_version_id) VALUES ('momentum-eu', 1, 1);
