-- Whoever is put back has the turn that they had.
ALTER TABLE activities_left ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;      -- 0: of those before this column, a new one
