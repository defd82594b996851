-- Whoever is put back has the turn that they had, and is told where day, time or place is another than when they left.
ALTER TABLE activities_left ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;      -- 0: of those before this column, a new one
ALTER TABLE activities_left ADD COLUMN stood TEXT NOT NULL DEFAULT '';       -- when and where the session was; '' not known
