-- create RBAC tables
--
-- Revision ID: 0006
-- Revises: 0001
-- Create Date: 2025-01-16 10:05:31+00:00

-- @upgrade
CREATE TABLE users (
  user_id     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email       text        NOT NULL,
  full_name   text        NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  disabled_at timestamptz
);

-- Two people do not share an address that differs in case only.
CREATE UNIQUE INDEX users_email_key ON users (lower(email));

CREATE TABLE roles (
  role_id     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name        text    NOT NULL,
  description text    NOT NULL,
  CONSTRAINT roles_name_key UNIQUE (name)
);

CREATE TABLE permissions (
  permission text PRIMARY KEY,
  CONSTRAINT permissions_format CHECK (permission ~ '^[a-z_]+:[a-z_]+$')
);

CREATE TABLE role_permissions (
  role_id    integer NOT NULL REFERENCES roles (role_id) ON DELETE CASCADE,
  permission text    NOT NULL REFERENCES permissions (permission),
  PRIMARY KEY (role_id, permission)
);

CREATE INDEX role_permissions_permission_idx ON role_permissions (permission);

CREATE TABLE user_roles (
  user_id    bigint      NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
  role_id    integer     NOT NULL REFERENCES roles (role_id),
  account_id bigint      REFERENCES accounts (account_id),
  granted_by bigint      REFERENCES users (user_id),
  granted_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON COLUMN user_roles.account_id IS 'The account the role is for; NULL for all of them.';

-- A primary key cannot hold NULL, hence two indexes: one role per account, and one for all.
CREATE UNIQUE INDEX user_roles_one_account_key
  ON user_roles (user_id, role_id, account_id) WHERE account_id IS NOT NULL;
CREATE UNIQUE INDEX user_roles_all_accounts_key
  ON user_roles (user_id, role_id) WHERE account_id IS NULL;
CREATE INDEX user_roles_role_id_idx ON user_roles (role_id);
CREATE INDEX user_roles_account_id_idx ON user_roles (account_id);

INSERT INTO permissions (permission)
VALUES ('order:read'), ('order:create'), ('order:cancel'),
       ('limit:read'), ('limit:change'),
       ('strategy:read'), ('strategy:enable'), ('strategy:halt'),
       ('user:read'), ('user:change');

INSERT INTO roles (name, description)
VALUES ('viewer', 'Sees everything, changes nothing'),
       ('trader', 'Sends and cancels orders'),
       ('risk',   'Sets limits and halts strategies'),
       ('admin',  'May do everything');

INSERT INTO role_permissions (role_id, permission)
SELECT role_id, permission
  FROM roles
  JOIN permissions
    ON name = 'admin'
    OR permission LIKE '%:read'
    OR (name = 'trader' AND permission IN ('order:create', 'order:cancel', 'strategy:enable'))
    OR (name = 'risk'   AND permission IN ('order:cancel', 'limit:change', 'strategy:halt'));

-- @verify
-- Every permission can be had through some role, and every role is good for something.
SELECT NOT EXISTS (
  SELECT FROM permissions LEFT JOIN role_permissions USING (permission) WHERE role_id IS NULL
);
SELECT NOT EXISTS (
  SELECT FROM roles LEFT JOIN role_permissions USING (role_id) WHERE permission IS NULL
);

-- @downgrade
-- Who has which role is lost: keep a copy of user_roles first.
DROP TABLE user_roles;
DROP TABLE role_permissions;
DROP TABLE permissions;
DROP TABLE roles;
DROP TABLE users;
