-- Who stands in while the desk is closed for the time being stays too, until it closes or the desk opens again.
ALTER TABLE directory_desk ADD COLUMN stand_in TEXT NOT NULL DEFAULT '';     -- its public id, '' none
