-- How often somebody wants to be told by the one way that they left, and what they have been told of. With the contact, so that it
-- goes when that does.
ALTER TABLE questions_contact ADD COLUMN how_often TEXT NOT NULL DEFAULT 'only';        -- only: of the answer; each: of each step
ALTER TABLE questions_contact ADD COLUMN taken_told_at TEXT NOT NULL DEFAULT '';        -- that somebody has taken it on
ALTER TABLE questions_contact ADD COLUMN late_told_at TEXT NOT NULL DEFAULT '';         -- that the promise is broken
ALTER TABLE questions_contact ADD COLUMN to_tell TEXT NOT NULL DEFAULT '';              -- taken, late: what staff have to tell; '' nothing

-- Whose promise runs out and who wants to know it.
CREATE INDEX questions_contact_each ON questions_contact (municipality_id, late_told_at) WHERE how_often = 'each';
