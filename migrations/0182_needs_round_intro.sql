-- What stands first in the report of a mapping.
ALTER TABLE needs_round ADD COLUMN intro TEXT NOT NULL DEFAULT '';
