UPDATE referral_sent SET outcome = $3, outcome_at = $4
WHERE municipality_id = $1 AND id = $2
