SELECT MAX(at) AS at FROM referral_sent WHERE municipality_id = $1
