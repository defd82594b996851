-- $15: staff: an employee or a partner. $19: open: nobody has told how it went. $20: none: referred, and not noted to whom.
-- $12 holds ids of places, each between two commas: at one of them, or behind a "!" at none of them.
SELECT i.id, i.at, i.local_date, i.local_hour, i.place, i.channel, i.outcome, i.support_given, i.body, i.language, i.barrier,
    i.age_band, i.gender, i.minutes, i.is_returning, i.note, i.referred_to, i.created_at, i.created_by,
    i.kind, i.asker, i.e_service, i.follow_up, i.further, i.barriers, i.target_groups, i.women, i.men, i.girls, i.boys, i.other, i.not_stated,
    t.topic
FROM (SELECT * FROM inquiries_inquiry q
      WHERE q.municipality_id = $1 AND q.at >= $2 AND q.at < $3 AND q.deleted_at IS NULL
          AND (CAST($4 AS TEXT) IS NULL OR q.place = $4)
          AND (CAST($5 AS TEXT) IS NULL OR q.channel = $5)
          AND (CAST($6 AS TEXT) IS NULL OR q.outcome = $6)
          AND (CAST($7 AS TEXT) IS NULL OR q.created_by = $7)
          AND (CAST($8 AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM inquiries_topic f
               WHERE f.municipality_id = q.municipality_id AND f.inquiry_id = q.id AND f.topic = $8))
          AND (CAST($11 AS TEXT) IS NULL OR q.created_at >= $11)
          AND (CAST($12 AS TEXT) IS NULL
               OR (CAST($12 AS TEXT) LIKE '%,' || REPLACE(q.place, '_', '\_') || ',%' ESCAPE '\')
                  = (SUBSTR(CAST($12 AS TEXT), 1, 1) = ','))
          AND (CAST($13 AS TEXT) IS NULL OR q.kind = $13)
          AND (CAST($14 AS TEXT) IS NULL
               OR q.target_groups LIKE '%,' || REPLACE(CAST($14 AS TEXT), '_', '\_') || ',%' ESCAPE '\')
          AND (CAST($15 AS TEXT) IS NULL OR q.asker = $15 OR (CAST($15 AS TEXT) = 'staff' AND q.asker <> ''))
          AND (CAST($16 AS TEXT) IS NULL OR q.e_service = $16)
          AND (CAST($17 AS TEXT) IS NULL OR q.further LIKE $17)
          AND (CAST($18 AS TEXT) IS NULL OR q.further LIKE $18)
          AND (CAST($19 AS TEXT) IS NULL OR q.further LIKE '%,followed_up:' || CAST($19 AS TEXT) || ',%'
               OR (CAST($19 AS TEXT) = 'open' AND q.follow_up = 1 AND q.further NOT LIKE '%,followed_up:%'))
          AND (CAST($20 AS TEXT) IS NULL OR (q.outcome = 'referred' AND q.referred_to = ''))
      ORDER BY q.at DESC, q.id DESC LIMIT $9 OFFSET $10) i
JOIN inquiries_topic t ON t.municipality_id = i.municipality_id AND t.inquiry_id = i.id
ORDER BY i.at DESC, i.id DESC, t.position
