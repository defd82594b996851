DELETE FROM referral_referral WHERE municipality_id = $1 AND inquiry_id = $2
