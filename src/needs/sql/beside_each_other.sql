-- Answers that are done to one question in one area, of all municipalities whose round has the mark.
SELECT a.municipality_id, r.shared, a.title, a.roles, a.certainty, a.kind
FROM needs_round r
JOIN needs_answer a ON a.municipality_id = r.municipality_id AND a.round = r.id
LEFT JOIN needs_question q ON q.municipality_id = a.municipality_id AND q.id = a.question AND q.round = a.round
    AND q.ended_at = ''
WHERE r.mark = $1 AND r.ended_at = '' AND a.ended_at = '' AND a.state = 'done' AND r.shared <> 'own' AND a.area = $2 AND COALESCE(q.code, '') = $3
    AND (CAST($4 AS TEXT) = '' OR a.certainty = $4)
ORDER BY a.municipality_id, a.title_order, a.id
LIMIT 1000
