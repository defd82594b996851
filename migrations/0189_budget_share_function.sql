-- Whose help time proves the work of a role, where several roles are of one unit.
ALTER TABLE budget_share ADD COLUMN help_function TEXT NOT NULL DEFAULT '';
