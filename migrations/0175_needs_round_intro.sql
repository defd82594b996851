-- What the report of a round, and the joint one, begins with, in the words of whoever publishes it.
ALTER TABLE needs_round ADD COLUMN intro TEXT NOT NULL DEFAULT '';
