-- Of the newest other round that has any.
SELECT code, part, title FROM needs_question
WHERE municipality_id = $1 AND ended_at = '' AND round = (
    SELECT r.id FROM needs_round r
    WHERE r.municipality_id = $1 AND r.id <> $2 AND r.ended_at = '' AND EXISTS (
        SELECT 1 FROM needs_question q WHERE q.municipality_id = $1 AND q.round = r.id AND q.ended_at = '')
    ORDER BY r.created_at DESC, r.id DESC LIMIT 1)
ORDER BY code, id
LIMIT 500
