SELECT id, about, state, on_day, words FROM owners_answer
WHERE municipality_id = $1 AND ended_at = '' ORDER BY on_day DESC, created_at DESC, id LIMIT 1000
