-- merge reporting into main
--
-- Revision ID: 0021
-- Revises: 0020, 0019
-- Create Date: 2025-03-02 18:22:36+00:00

-- @upgrade

-- @downgrade
