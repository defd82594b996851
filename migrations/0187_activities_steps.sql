-- Which steps of the stair (motivation, access, skills, use) an activity helps with; '' where nobody has said it.
ALTER TABLE activities_activity ADD COLUMN steps TEXT NOT NULL DEFAULT '';
