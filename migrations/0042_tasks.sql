-- What somebody has to do: written by hand, or opened and closed as a slice says that there is something to be done.
CREATE TABLE tasks_task (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,                           -- as written; of a duty the name of what it is about
    title_said TEXT NOT NULL,                      -- of a duty: the English text around that name, '' by hand
    due TEXT NOT NULL,                             -- a day, '' none
    state TEXT NOT NULL,                           -- open, done (somebody said so), gone (it was needed no more)
    origin TEXT NOT NULL,                          -- kind of duty ("directory.check"), '' by hand
    duty TEXT NOT NULL,                            -- "directory.check/place:…", '' by hand
    function TEXT NOT NULL,
    person TEXT NOT NULL,
    unit TEXT NOT NULL,
    about TEXT NOT NULL,                           -- "place:…" as in the trail, '' none
    path TEXT NOT NULL,                            -- of the page where it is done, below the municipality
    why TEXT NOT NULL,
    why_said TEXT NOT NULL,                        -- of a duty: JSON, sentences with their facts
    outcome TEXT NOT NULL,
    outcome_said TEXT NOT NULL,
    done_at TEXT NOT NULL,
    done_by TEXT NOT NULL,                         -- an account, '' nobody
    rests INTEGER NOT NULL,                        -- days of rest where it is closed although its duty holds
    rests_until TEXT NOT NULL,                     -- a day: until then its duty opens no other one; '' none
    PRIMARY KEY (municipality_id, id)
) STRICT;

-- A duty has one open task, on however many servers it is seen.
CREATE UNIQUE INDEX tasks_task_duty ON tasks_task (municipality_id, duty) WHERE duty <> '' AND state = 'open';
CREATE INDEX tasks_task_list ON tasks_task (municipality_id, state, due, id);
CREATE INDEX tasks_task_resting ON tasks_task (municipality_id, rests_until, duty) WHERE rests_until <> '';
CREATE INDEX tasks_task_old ON tasks_task (done_at) WHERE state <> 'open';
