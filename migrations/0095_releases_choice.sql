-- What a municipality chose for its released tables.
CREATE TABLE releases_choice (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    least_shown INTEGER,
    PRIMARY KEY (municipality_id, id)
) STRICT;
