SELECT id, at, from_place, target_kind, target_id, target_title, topic, handover, reason, outcome, inquiry_id
FROM referral_referral
WHERE municipality_id = $1
ORDER BY at DESC, id DESC
LIMIT $2
