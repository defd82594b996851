-- The last one, where somebody was referred on.
SELECT id, at, from_place, target_kind, target_id, target_title, topic, handover, reason, outcome, inquiry_id, follows, asker,
       (SELECT n.id FROM referral_sent n WHERE n.municipality_id = s.municipality_id AND n.follows = s.id AND n.follows <> '') AS onward
FROM referral_sent s WHERE municipality_id = $1 AND inquiry_id = $2 AND NOT EXISTS (
    SELECT 1 FROM referral_sent n WHERE n.municipality_id = s.municipality_id AND n.follows = s.id AND n.follows <> '')
ORDER BY id DESC LIMIT 1
