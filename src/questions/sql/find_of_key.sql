-- What one key has made since then, of whatever content.
SELECT id FROM questions_question WHERE municipality_id = $1 AND id >= $2 AND id < $3 AND asked_at >= $4 ORDER BY id LIMIT 1
