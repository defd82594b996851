-- What has happened to the plan, in the order of commits, for programs that ask what is new. A row stays when what it is about is
-- deleted.
CREATE TABLE plan_feed (
    municipality_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,                         -- plan_node, plan_milestone …
    record TEXT NOT NULL,
    node TEXT NOT NULL,                         -- the part that it belongs to; of a part itself
    what TEXT NOT NULL,                         -- added, changed, deleted
    at TEXT NOT NULL,
    PRIMARY KEY (municipality_id, position)
) STRICT, WITHOUT ROWID;

-- What of it was changed since a day.
CREATE INDEX plan_feed_at ON plan_feed (municipality_id, at, node);
