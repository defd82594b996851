SELECT id, at, from_place, target_kind, target_id, target_title, topic, handover, reason, outcome, inquiry_id
FROM referral_sent WHERE municipality_id = $1 AND id = $2
