-- Whose an entry is that came in under a device's number: for its author alone it is there already. '' where nobody knows any more.
ALTER TABLE offline_sent ADD COLUMN account_id TEXT NOT NULL DEFAULT '';
-- Of the secret that stood in it as proof: known also when the device is ended.
ALTER TABLE offline_sent ADD COLUMN secret_hash TEXT NOT NULL DEFAULT '';
UPDATE offline_sent SET account_id = COALESCE((SELECT inquiry.created_by FROM inquiries_inquiry AS inquiry
    WHERE inquiry.municipality_id = offline_sent.municipality_id AND inquiry.id = offline_sent.entry_id), '');
