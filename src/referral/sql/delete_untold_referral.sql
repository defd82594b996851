-- Whoever tells the outcome at the same moment comes before, and it stays, or after, and is told that it is gone. Of a row of
-- referrals none goes where one's outcome is told.
DELETE FROM referral_sent WHERE municipality_id = $1 AND inquiry_id = $2 AND outcome = $3 AND NOT EXISTS (
    SELECT 1 FROM referral_sent t WHERE t.municipality_id = referral_sent.municipality_id
        AND t.inquiry_id = referral_sent.inquiry_id AND t.outcome <> $3)
