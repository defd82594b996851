-- Links for one unit each, by which it answers a mapping without an account until a day.
CREATE TABLE needs_invitation (
    municipality_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    title TEXT NOT NULL,
    title_order TEXT NOT NULL,
    round TEXT NOT NULL,
    area TEXT NOT NULL,
    open_until TEXT NOT NULL,
    secret TEXT NOT NULL,
    unit TEXT NOT NULL,
    search_text TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
) STRICT;

CREATE INDEX needs_invitation_list ON needs_invitation (municipality_id, ended_at, title_order, id);
CREATE INDEX needs_invitation_by_secret ON needs_invitation (municipality_id, secret);
