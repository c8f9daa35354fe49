-- 001 create model registry
--
-- Archived. Applied by hand to every database in 2024, before revisions were kept
-- in ../../migrations. Read it, never edit it, never run it on a database that
-- exists: it is the baseline that the revisions start from, and is replayed only
-- into empty throwaway databases and the sandbox.

CREATE TYPE model_stage AS ENUM ('research', 'staging', 'production', 'retired');

CREATE TABLE models (
  model_id    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name        text        NOT NULL,
  owner       text        NOT NULL,
  description text        NOT NULL DEFAULT '',
  created_at  timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT models_name_key UNIQUE (name),
  CONSTRAINT models_name_format CHECK (name ~ '^[a-z][a-z0-9_-]{2,62}$')
);

COMMENT ON TABLE models IS 'A family of trained models; what is deployed is a version of it.';

CREATE TABLE model_versions (
  model_version_id bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  model_id         bigint      NOT NULL REFERENCES models (model_id),
  version          integer     NOT NULL,
  stage            model_stage NOT NULL DEFAULT 'research',
  artifact_uri     text        NOT NULL,
  artifact_sha256  bytea       NOT NULL,
  parameters       jsonb       NOT NULL DEFAULT '{}',
  metrics          jsonb       NOT NULL DEFAULT '{}',
  trained_from     date        NOT NULL,
  trained_to       date        NOT NULL,
  created_at       timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT model_versions_model_id_version_key UNIQUE (model_id, version),
  CONSTRAINT model_versions_version_positive CHECK (version > 0),
  CONSTRAINT model_versions_sha256_length CHECK (octet_length(artifact_sha256) = 32),
  CONSTRAINT model_versions_training_window CHECK (trained_from <= trained_to)
);

COMMENT ON COLUMN model_versions.metrics IS 'Figures of the evaluation run, by name: sharpe, max_drawdown, hit_rate, ...';

-- At most one version of a model trades real money.
CREATE UNIQUE INDEX model_versions_one_in_production
  ON model_versions (model_id) WHERE stage = 'production';

CREATE TABLE model_stage_changes (
  model_stage_change_id bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  model_version_id      bigint      NOT NULL REFERENCES model_versions (model_version_id),
  from_stage            model_stage,
  to_stage              model_stage NOT NULL,
  changed_by            text        NOT NULL,
  reason                text        NOT NULL DEFAULT '',
  changed_at            timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX model_stage_changes_model_version_id_idx
  ON model_stage_changes (model_version_id, changed_at);
