-- venue enum gains DARK
--
-- Revision ID: 0011
-- Revises: 0010
-- Create Date: 2025-02-04 17:26:08+00:00

-- @upgrade
-- The new value cannot be used before this transaction has committed (PostgreSQL 12
-- and later). Dark pools are entered by the venue service, never by a revision.
ALTER TYPE venue_kind ADD VALUE 'DARK' AFTER 'LIT';

-- @downgrade
-- PostgreSQL cannot drop a value from an enum, so the type is built anew without it.
-- The cast fails, and nothing is changed, while a venue is still DARK: which other
-- kind it should be is for people to say.
ALTER TYPE venue_kind RENAME TO venue_kind_with_dark;

CREATE TYPE venue_kind AS ENUM ('LIT', 'AUCTION', 'RFQ');

ALTER TABLE venues
  ALTER COLUMN kind TYPE venue_kind USING kind::text::venue_kind;

DROP TYPE venue_kind_with_dark;
