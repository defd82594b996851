-- Whom staff have cancelled for today: put back until midnight while the seat is free, then deleted.
CREATE TABLE activities_left (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,                              -- of the sign-up
    session_id TEXT NOT NULL,
    left_on TEXT NOT NULL,                         -- a day
    persons INTEGER NOT NULL,
    state TEXT NOT NULL,                           -- confirmed, waiting
    code_hash TEXT NOT NULL,
    language TEXT NOT NULL,
    created_at TEXT NOT NULL,
    found_us TEXT NOT NULL,
    name TEXT NOT NULL,
    by_way TEXT NOT NULL,                          -- none, email, phone
    value TEXT NOT NULL,
    how_often TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX activities_left_of ON activities_left (municipality_id, session_id);
