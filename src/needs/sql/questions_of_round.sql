SELECT id, code, title, part FROM needs_question
WHERE municipality_id = $1 AND round = $2 AND ended_at = '' ORDER BY code, id LIMIT 500
