-- A network of a whole country: whoever of it becomes active here belongs to it, beside the members that are named.
ALTER TABLE municipality_network ADD COLUMN country TEXT NOT NULL DEFAULT '';
