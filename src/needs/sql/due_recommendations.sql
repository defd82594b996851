SELECT id, title, due, function, unit FROM needs_recommendation
WHERE municipality_id = $1 AND ended_at = '' AND state = 'decided' AND due <> '' ORDER BY due, id LIMIT 2000
