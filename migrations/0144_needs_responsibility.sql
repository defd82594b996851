-- Which function has which part in which topic.
CREATE TABLE needs_responsibility (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    topic TEXT NOT NULL,
    function TEXT NOT NULL,
    part TEXT NOT NULL,
    unit TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX needs_responsibility_list ON needs_responsibility (municipality_id, ended_at, title_order, id);
