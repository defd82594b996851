-- Which entries a collection takes: of one place, of one way in. '' all.
ALTER TABLE collections_collection ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE collections_collection ADD COLUMN channel TEXT NOT NULL DEFAULT '';
