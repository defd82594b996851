-- The member that sees to a network: '' where none does.

ALTER TABLE municipality_network ADD COLUMN lead TEXT NOT NULL DEFAULT '';
