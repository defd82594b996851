-- After how many months a unit looks at its log again; nothing where nobody has said it.
ALTER TABLE organisation_unit ADD COLUMN review_months INTEGER;
