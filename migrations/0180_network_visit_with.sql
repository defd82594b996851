-- Who visits whom.
ALTER TABLE network_visit ADD COLUMN with_whom TEXT NOT NULL DEFAULT '';
