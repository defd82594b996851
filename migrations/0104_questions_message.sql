-- The Message-ID of the e-mail that a question came in by, so that what answers it stands under it. With the contact, so that it
-- goes when that does.
ALTER TABLE questions_contact ADD COLUMN message_id TEXT NOT NULL DEFAULT '';
