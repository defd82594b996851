-- What a letter tells of: a later word about the same matter overtakes it.
ALTER TABLE mail_letter ADD COLUMN matter TEXT NOT NULL DEFAULT '';          -- 'booking:…', 'sign_up:…'; '' nothing
ALTER TABLE mail_letter ADD COLUMN is_overtaken INTEGER NOT NULL DEFAULT 0;  -- while it was handed over: not tried again
-- For staff who see to it: what they read of it, and whose trail it stands in.
ALTER TABLE mail_letter ADD COLUMN record TEXT NOT NULL DEFAULT '';
ALTER TABLE mail_letter ADD COLUMN about TEXT NOT NULL DEFAULT '';           -- 'Digital café', never a person
ALTER TABLE mail_letter ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE mail_letter ADD COLUMN name TEXT NOT NULL DEFAULT '';            -- first name; taken away with the recipient
ALTER TABLE mail_letter ADD COLUMN begins_at TEXT NOT NULL DEFAULT '';
-- Somebody tells what it says in another way.
ALTER TABLE mail_letter ADD COLUMN seen_to_by TEXT NOT NULL DEFAULT '';
ALTER TABLE mail_letter ADD COLUMN seen_to_at TEXT NOT NULL DEFAULT '';
ALTER TABLE mail_letter ADD COLUMN state_before TEXT NOT NULL DEFAULT '';
CREATE INDEX mail_letter_matter ON mail_letter (municipality_id, matter);
