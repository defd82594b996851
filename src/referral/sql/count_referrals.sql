SELECT COUNT(*) AS found FROM referral_sent WHERE municipality_id = $1 AND at >= $2 AND at < $3
