SELECT id FROM owners_answer
WHERE municipality_id = $1 AND link = $2 AND ended_at = '' ORDER BY created_at DESC, id LIMIT 50
