-- The entry in the log names what the referral beside it does.
UPDATE inquiries_inquiry SET referred_to = (
    SELECT MIN(r.target_kind || ':' || r.target_id) FROM referral_referral r
    WHERE r.municipality_id = inquiries_inquiry.municipality_id AND r.inquiry_id = inquiries_inquiry.id)
WHERE referred_to <> '' AND EXISTS (
    SELECT 1 FROM referral_referral r
    WHERE r.municipality_id = inquiries_inquiry.municipality_id AND r.inquiry_id = inquiries_inquiry.id);
