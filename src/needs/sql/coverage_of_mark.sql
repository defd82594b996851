-- Of all municipalities whose round has the mark: what is done, by area and the question's number.
SELECT a.municipality_id, r.shared, a.area, COALESCE(q.code, '') AS code, COUNT(*) AS answers,
       COUNT(*) FILTER (WHERE a.resident_asked = 1) AS with_resident
FROM needs_round r
JOIN needs_answer a ON a.municipality_id = r.municipality_id AND a.round = r.id
LEFT JOIN needs_question q ON q.municipality_id = a.municipality_id AND q.id = a.question
WHERE r.mark = $1 AND r.ended_at = '' AND a.ended_at = '' AND a.state = 'done' AND r.shared <> 'own'
GROUP BY a.municipality_id, r.shared, a.area, COALESCE(q.code, '')
ORDER BY a.municipality_id, a.area, COALESCE(q.code, '')
