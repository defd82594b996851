-- How often whoever is signed up wants to be told. With the contact, so that it goes when that does.
ALTER TABLE activities_contact ADD COLUMN how_often TEXT NOT NULL DEFAULT 'only';    -- only: where the time itself changes; each: reminded, too
ALTER TABLE activities_contact ADD COLUMN reminded_on TEXT NOT NULL DEFAULT '';      -- a day, '' not yet
