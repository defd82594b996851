-- The heading under which whoever gives the money wants a line. '' that of its kind.
ALTER TABLE budget_line ADD COLUMN funder_heading TEXT NOT NULL DEFAULT '';
