-- How long things are kept where a municipality has chosen so: each change is a row of its own, the last one holds.
CREATE TABLE retention_rule (
    municipality_id TEXT NOT NULL,
    rule TEXT NOT NULL,                            -- "inquiries.note"
    version INTEGER NOT NULL,                      -- 1 the first choice
    number INTEGER NOT NULL,                       -- of the rule's unit; 0: nothing is deleted
    decided_by TEXT NOT NULL,                      -- the municipality's own decision, '' not named
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,                      -- an account, "operator"
    PRIMARY KEY (municipality_id, rule, version)
) STRICT;

-- How many were deleted on a day, written in the transactions that deleted them. Nothing of whom.
CREATE TABLE retention_run (
    municipality_id TEXT NOT NULL,                 -- '' for what is not of one
    rule TEXT NOT NULL,
    day TEXT NOT NULL,                             -- UTC
    number INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, rule, day)
) STRICT;

-- When a run last came to its end.
CREATE TABLE retention_done (
    name TEXT NOT NULL PRIMARY KEY,                -- "run"
    at TEXT NOT NULL
) STRICT;
