-- A link to a released table, for whoever has its address.
CREATE TABLE releases_shared (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    search_text TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    table_key TEXT NOT NULL,                    -- which table
    place TEXT NOT NULL,                        -- '' the whole municipality
    period TEXT NOT NULL,                       -- "month", "quarter", "year": the newest one; else "2026-10"
    open_until TEXT NOT NULL,                   -- its last day
    secret TEXT NOT NULL,                       -- in its address
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX releases_shared_secret ON releases_shared (municipality_id, secret);
