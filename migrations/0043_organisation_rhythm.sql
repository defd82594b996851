-- How often a kind of record is checked again, and the function that sees to it.
CREATE TABLE organisation_rhythm (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    kind TEXT NOT NULL,                            -- "place"
    months INTEGER,
    seen_to_by TEXT NOT NULL,                      -- a function, '' none
    PRIMARY KEY (municipality_id, id)
) STRICT;
