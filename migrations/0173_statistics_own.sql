-- Saved figures are for everybody's list, or for that of whoever saved them.
ALTER TABLE statistics_saved ADD COLUMN whose TEXT NOT NULL DEFAULT 'all';     -- all, own
ALTER TABLE statistics_saved ADD COLUMN owner TEXT NOT NULL DEFAULT '';        -- the account; '' from before anybody was noted
