-- Secret links by which partners' calendars read the days of a part of the plan, published or not: one of each part.
CREATE TABLE plan_calendar (
    token_hash TEXT NOT NULL PRIMARY KEY,
    municipality_id TEXT NOT NULL,
    node TEXT NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (municipality_id, node)
) STRICT;
