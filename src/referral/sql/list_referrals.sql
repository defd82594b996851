-- $11: those that somebody still has to see to, sent back and not referred on first, then the longest waiting.
-- $8 holds ids of places, each between two commas: from one of them, or to one.
SELECT id, at, from_place, target_kind, target_id, target_title, topic, handover, reason, outcome, inquiry_id, follows, asker,
       (SELECT n.id FROM referral_sent n WHERE n.municipality_id = s.municipality_id AND n.follows = s.id AND n.follows <> '') AS onward
FROM referral_sent s
WHERE municipality_id = $1 AND at >= $2 AND at < $3
    AND (CAST($4 AS TEXT) IS NULL OR outcome = $4)
    AND (CAST($5 AS TEXT) IS NULL OR from_place = $5)
    AND (CAST($6 AS TEXT) IS NULL OR target_kind || ':' || target_id = $6)
    AND (CAST($7 AS TEXT) IS NULL OR topic = $7)
    AND (CAST($8 AS TEXT) IS NULL OR CAST($8 AS TEXT) LIKE '%,' || REPLACE(from_place, '_', '\_') || ',%' ESCAPE '\'
         OR (target_kind = 'place' AND CAST($8 AS TEXT) LIKE '%,' || REPLACE(target_id, '_', '\_') || ',%' ESCAPE '\'))
    AND (CAST($11 AS INTEGER) = 0 OR (outcome IN ('unknown', 'bounced') AND NOT EXISTS (
         SELECT 1 FROM referral_sent n WHERE n.municipality_id = s.municipality_id AND n.follows = s.id AND n.follows <> '')))
ORDER BY CASE WHEN CAST($11 AS INTEGER) = 0 THEN 0 WHEN outcome = 'bounced' THEN 1 WHEN handover = 'cold' THEN 3 ELSE 2 END,
    CASE WHEN CAST($11 AS INTEGER) = 1 THEN at END, at DESC, id DESC
LIMIT $9 OFFSET $10
