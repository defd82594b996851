-- What came of a session goes on: the next step, who of the partners took part, and needs that nobody has seen to yet.
ALTER TABLE activities_session ADD COLUMN next_step TEXT NOT NULL DEFAULT '';
ALTER TABLE activities_session ADD COLUMN partners TEXT NOT NULL DEFAULT '';             -- ids of those that took part
ALTER TABLE activities_session ADD COLUMN needs_open INTEGER NOT NULL DEFAULT 0;         -- 1 while nobody has seen to its needs

UPDATE activities_session SET needs_open = 1 WHERE needs <> '';

CREATE INDEX activities_session_needs ON activities_session (municipality_id, day, id) WHERE needs_open = 1;
