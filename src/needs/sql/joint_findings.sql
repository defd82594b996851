-- What is done in rounds with the mark that others may read, and in one's own; the question by its number ("" of none).
SELECT a.municipality_id, r.shared, a.area, COALESCE(q.code, '') AS code, a.title, a.roles, a.certainty, a.resident_asked
FROM needs_round r
JOIN needs_answer a ON a.municipality_id = r.municipality_id AND a.round = r.id
LEFT JOIN needs_question q ON q.municipality_id = a.municipality_id AND q.id = a.question AND q.round = a.round
    AND q.ended_at = ''
WHERE r.mark = $1 AND r.ended_at = '' AND a.ended_at = '' AND a.state = 'done' AND (r.shared <> 'own' OR r.municipality_id = $2)
    AND (CAST($3 AS TEXT) = '' OR a.certainty = $3)
ORDER BY a.municipality_id, a.area, COALESCE(q.code, ''), a.title_order, a.id
LIMIT 200000
