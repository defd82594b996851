-- The unit of the municipality that a record belongs to, '' for none.
ALTER TABLE directory_place ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE directory_service ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE directory_e_service ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE directory_contact ADD COLUMN unit TEXT NOT NULL DEFAULT '';
