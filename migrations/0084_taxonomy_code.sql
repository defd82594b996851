-- The number of an own topic in a list that the municipality has of its own, such as one of all its tasks.
ALTER TABLE taxonomy_own_topic ADD COLUMN code TEXT NOT NULL DEFAULT '';
