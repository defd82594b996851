UPDATE referral_sent SET outcome = $4, outcome_at = $5
WHERE municipality_id = $1 AND id = $2 AND outcome = $3
