-- 003 create orchestration tables
--
-- Archived. Applied by hand to every database in 2024, before revisions were kept
-- in ../../migrations. Read it, never edit it, never run it on a database that
-- exists: it is the baseline that the revisions start from, and is replayed only
-- into empty throwaway databases and the sandbox.

CREATE TYPE job_state AS ENUM ('queued', 'running', 'succeeded', 'failed', 'abandoned');

CREATE TABLE strategies (
  strategy_id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name             text        NOT NULL,
  account_id       bigint      NOT NULL REFERENCES accounts (account_id),
  model_version_id bigint      REFERENCES model_versions (model_version_id),
  parameters       jsonb       NOT NULL DEFAULT '{}',
  enabled          boolean     NOT NULL DEFAULT false,
  created_at       timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT strategies_name_key UNIQUE (name)
);

CREATE INDEX strategies_account_id_idx ON strategies (account_id);
CREATE INDEX strategies_model_version_id_idx ON strategies (model_version_id);

CREATE TABLE schedules (
  schedule_id bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  strategy_id bigint  NOT NULL REFERENCES strategies (strategy_id) ON DELETE CASCADE,
  name        text    NOT NULL,
  cron        text    NOT NULL,
  time_zone   text    NOT NULL DEFAULT 'UTC',
  paused      boolean NOT NULL DEFAULT false,
  CONSTRAINT schedules_strategy_id_name_key UNIQUE (strategy_id, name),
  CONSTRAINT schedules_cron_has_five_fields CHECK (array_length(regexp_split_to_array(trim(cron), '\s+'), 1) = 5)
);

CREATE TABLE workers (
  worker_id    uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  host         text        NOT NULL,
  started_at   timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE jobs (
  job_id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  schedule_id bigint      REFERENCES schedules (schedule_id) ON DELETE SET NULL,
  strategy_id bigint      NOT NULL REFERENCES strategies (strategy_id),
  worker_id   uuid        REFERENCES workers (worker_id),
  state       job_state   NOT NULL DEFAULT 'queued',
  payload     jsonb       NOT NULL DEFAULT '{}',
  attempt     smallint    NOT NULL DEFAULT 1,
  due_at      timestamptz NOT NULL,
  started_at  timestamptz,
  finished_at timestamptz,
  error       text,
  CONSTRAINT jobs_attempt_positive CHECK (attempt > 0),
  CONSTRAINT jobs_finished_after_started CHECK (finished_at >= started_at),
  CONSTRAINT jobs_error_when_failed CHECK (state <> 'failed' OR error IS NOT NULL)
);

-- Workers take the oldest due job with FOR UPDATE SKIP LOCKED.
CREATE INDEX jobs_queue_idx ON jobs (due_at) WHERE state = 'queued';
CREATE INDEX jobs_strategy_id_due_at_idx ON jobs (strategy_id, due_at DESC);
CREATE INDEX jobs_schedule_id_idx ON jobs (schedule_id);
CREATE INDEX jobs_worker_id_idx ON jobs (worker_id) WHERE state = 'running';
