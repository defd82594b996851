DELETE FROM referral_sent WHERE municipality_id = $1 AND inquiry_id = $2
