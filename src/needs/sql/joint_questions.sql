-- Questions of rounds with the mark that others may read, and of one's own; one line for each wording.
SELECT DISTINCT q.code, q.part, q.title, r.municipality_id, r.shared, r.networks
FROM needs_round r
JOIN needs_question q ON q.municipality_id = r.municipality_id AND q.round = r.id
WHERE r.mark = $1 AND r.ended_at = '' AND q.ended_at = '' AND (r.shared <> 'own' OR r.municipality_id = $2)
ORDER BY q.code, q.part, q.title, r.municipality_id, r.shared, r.networks
LIMIT 200000
