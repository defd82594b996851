-- Work beside requests. A job's lease is its row: who runs it raises `beat` again and again, and one whose beat stands still
-- has died. `attempts` tells one taking of a job from the next.
CREATE TABLE jobs_job (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,                         -- JSON, '' once it is done
    municipality_id TEXT NOT NULL,                 -- '' none
    job_key TEXT NOT NULL,                         -- '' none
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'failed', 'done')),
    added_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,                        -- '' until it is done or has failed
    attempts INTEGER NOT NULL,
    holder TEXT NOT NULL,                          -- of one that runs
    beat INTEGER NOT NULL,
    progress_done INTEGER NOT NULL,
    progress_total INTEGER NOT NULL,               -- 0 unknown
    step TEXT NOT NULL,
    reason TEXT NOT NULL                           -- why the last attempt failed
) STRICT;

CREATE INDEX jobs_job_due ON jobs_job (state, due_at, id);
CREATE INDEX jobs_job_kind ON jobs_job (kind, state);
CREATE INDEX jobs_job_ended ON jobs_job (state, ended_at);
-- Of one key one waits and one runs.
CREATE UNIQUE INDEX jobs_job_waiting ON jobs_job (kind, job_key) WHERE state = 'waiting' AND job_key <> '';
CREATE UNIQUE INDEX jobs_job_running ON jobs_job (kind, job_key) WHERE state = 'running' AND job_key <> '';
CREATE INDEX jobs_job_failed ON jobs_job (kind, job_key) WHERE state = 'failed' AND job_key <> '';

-- When a kind's schedule last wanted it done.
CREATE TABLE jobs_schedule (
    kind TEXT NOT NULL PRIMARY KEY,
    last_at TEXT NOT NULL
) STRICT;

-- Who alone may do something that is no job: a command that fetches or imports.
CREATE TABLE jobs_lease (
    name TEXT NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL,
    until TEXT NOT NULL
) STRICT;
