SELECT id FROM callbacks_call_back WHERE municipality_id = $1 AND state = 'closed' AND closed_at < $2 ORDER BY closed_at LIMIT $3
