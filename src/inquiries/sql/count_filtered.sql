-- $10 holds ids of places, each between two commas: at one of them, or behind a "!" at none of them.
SELECT COUNT(*) AS found FROM (SELECT 1 FROM inquiries_inquiry q
WHERE q.municipality_id = $1 AND q.at >= $2 AND q.at < $3 AND q.deleted_at IS NULL
    AND (CAST($4 AS TEXT) IS NULL OR q.place = $4)
    AND (CAST($5 AS TEXT) IS NULL OR q.channel = $5)
    AND (CAST($6 AS TEXT) IS NULL OR q.outcome = $6)
    AND (CAST($7 AS TEXT) IS NULL OR q.created_by = $7)
    AND (CAST($8 AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM inquiries_topic f
         WHERE f.municipality_id = q.municipality_id AND f.inquiry_id = q.id AND f.topic = $8))
    AND (CAST($9 AS TEXT) IS NULL OR q.created_at >= $9)
    AND (CAST($10 AS TEXT) IS NULL
         OR (CAST($10 AS TEXT) LIKE '%,' || REPLACE(q.place, '_', '\_') || ',%' ESCAPE '\')
                  = (SUBSTR(CAST($10 AS TEXT), 1, 1) = ','))
    AND (CAST($11 AS TEXT) IS NULL OR q.kind = $11)
    AND (CAST($12 AS TEXT) IS NULL
         OR q.target_groups LIKE '%,' || REPLACE(CAST($12 AS TEXT), '_', '\_') || ',%' ESCAPE '\')
    AND (CAST($13 AS TEXT) IS NULL OR q.asker = $13 OR (CAST($13 AS TEXT) = 'staff' AND q.asker <> ''))
    AND (CAST($14 AS TEXT) IS NULL OR q.e_service = $14)
    AND (CAST($15 AS TEXT) IS NULL OR q.further LIKE $15)
    AND (CAST($16 AS TEXT) IS NULL OR q.further LIKE $16)
    AND (CAST($17 AS TEXT) IS NULL OR q.further LIKE '%,followed_up:' || CAST($17 AS TEXT) || ',%'
         OR (CAST($17 AS TEXT) = 'open' AND q.follow_up = 1 AND q.further NOT LIKE '%,followed_up:%'))
    AND (CAST($18 AS TEXT) IS NULL OR (q.outcome = 'referred' AND q.referred_to = ''))
LIMIT 10000) AS counted
