-- Who is put back stands where they stood among those who wait, and is told if it was moved meanwhile.
ALTER TABLE activities_left ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;          -- 0: not known
ALTER TABLE activities_left ADD COLUMN stood_starts TEXT NOT NULL DEFAULT '';     -- the session as it was then; '' not known
ALTER TABLE activities_left ADD COLUMN stood_ends TEXT NOT NULL DEFAULT '';
ALTER TABLE activities_left ADD COLUMN stood_place TEXT NOT NULL DEFAULT '';
ALTER TABLE activities_left ADD COLUMN stood_address TEXT NOT NULL DEFAULT '';
