-- Whom an entry sent on: '' a resident; employee and partner count apart.
ALTER TABLE referral_sent ADD COLUMN asker TEXT NOT NULL DEFAULT '';

UPDATE referral_sent SET asker = COALESCE((SELECT i.asker FROM inquiries_inquiry i
    WHERE i.municipality_id = referral_sent.municipality_id AND i.id = referral_sent.inquiry_id), '')
WHERE inquiry_id IS NOT NULL;
