UPDATE referral_sent SET at = $5, from_place = $6, topic = $7, handover = $8, reason = $9
WHERE municipality_id = $1 AND inquiry_id = $2 AND target_kind = $3 AND target_id = $4 AND follows = ''
