-- The part of the plan that a recommendation became, and which obstacles it and a challenge are about; '' where nobody said it.
ALTER TABLE needs_recommendation ADD COLUMN node TEXT NOT NULL DEFAULT '';
ALTER TABLE needs_recommendation ADD COLUMN barriers TEXT NOT NULL DEFAULT '';
ALTER TABLE needs_challenge ADD COLUMN barriers TEXT NOT NULL DEFAULT '';
