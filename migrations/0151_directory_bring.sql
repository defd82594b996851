-- What one brings to a place, in the municipality's own words.
ALTER TABLE directory_place ADD COLUMN bring TEXT NOT NULL DEFAULT '';
