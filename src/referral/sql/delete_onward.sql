DELETE FROM referral_sent
WHERE municipality_id = $1 AND id = $2 AND follows <> '' AND outcome = 'unknown'
    AND NOT EXISTS (SELECT 1 FROM referral_sent n WHERE n.municipality_id = $1 AND n.follows = $2 AND n.follows <> '')
