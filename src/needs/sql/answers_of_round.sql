-- What is done in a round, by the number of the question ("" of none); of one certainty, "" of all.
SELECT a.area, COALESCE(q.code, '') AS code, a.title, a.certainty
FROM needs_answer a
LEFT JOIN needs_question q ON q.municipality_id = a.municipality_id AND q.id = a.question AND q.round = a.round
    AND q.ended_at = ''
WHERE a.municipality_id = $1 AND a.round = $2 AND a.ended_at = '' AND a.state = 'done'
    AND (CAST($3 AS TEXT) = '' OR a.certainty = $3)
ORDER BY a.area, COALESCE(q.code, ''), a.title_order, a.id
LIMIT 5000
