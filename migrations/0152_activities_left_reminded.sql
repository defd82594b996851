-- Whoever is put back was reminded already, if they were before somebody cancelled for them.
ALTER TABLE activities_left ADD COLUMN reminded_on TEXT NOT NULL DEFAULT '';
