-- What units and functions are, beside what they are called: kinds that all municipalities share.
ALTER TABLE organisation_unit ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation_function ADD COLUMN kind TEXT NOT NULL DEFAULT '';
