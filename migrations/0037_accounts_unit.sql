-- The unit that somebody works in, '' for none, and whether they may only change what belongs to it.
ALTER TABLE accounts_account ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts_account ADD COLUMN only_unit INTEGER NOT NULL DEFAULT 0;
