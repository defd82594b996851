-- Those of the demo are made up: they say so, and stand in no list, rank or sum of real ones.

ALTER TABLE municipality_own ADD COLUMN made_up INTEGER NOT NULL DEFAULT 0;
