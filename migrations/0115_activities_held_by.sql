-- Functions that hold a session, each with how many: "ID:2 ID:1"; '' nobody has chosen any.
ALTER TABLE activities_session ADD COLUMN held_by TEXT NOT NULL DEFAULT '';
