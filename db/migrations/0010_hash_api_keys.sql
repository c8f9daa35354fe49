-- hash API keys
--
-- Revision ID: 0010
-- Revises: 0009
-- Create Date: 2025-02-03 13:02:40+00:00

-- Finding 7 of the January security review: a dump of the database was enough to
-- trade. From here on only a digest is kept. Keys are 32 random bytes, so a plain
-- SHA-256 is as good as a slow hash would be.
-- Services from release 2025.6 on read the digest where it exists; none older may run.

-- @upgrade
ALTER TABLE api_clients
  ADD COLUMN api_key_hint   text,
  ADD COLUMN api_key_sha256 bytea;

COMMENT ON COLUMN api_clients.api_key_hint IS 'The first characters of the key, so that people can tell keys apart.';

UPDATE api_clients
   SET api_key_hint   = left(api_key, 4),
       api_key_sha256 = sha256(convert_to(api_key, 'UTF8'));

-- A few hundred rows: scans under the strong lock are no matter here.
ALTER TABLE api_clients
  ALTER COLUMN api_key_hint SET NOT NULL,
  ALTER COLUMN api_key_sha256 SET NOT NULL,
  ADD CONSTRAINT api_clients_api_key_sha256_key UNIQUE (api_key_sha256),
  ADD CONSTRAINT api_clients_api_key_sha256_length CHECK (octet_length(api_key_sha256) = 32),
  DROP COLUMN api_key;

-- @verify
SELECT count(*) = count(DISTINCT api_key_sha256) FROM api_clients;

-- @downgrade none: the keys themselves are gone, which is the point; clients would have to be given new ones
