SELECT id, title, function, due FROM bodies_decision
WHERE municipality_id = $1 AND ended_at = '' AND state = 'open' AND due <> '' ORDER BY due, id
