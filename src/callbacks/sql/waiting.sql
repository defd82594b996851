SELECT id, topic, function, person, unit, promised_at, opened_at FROM callbacks_call_back
WHERE municipality_id = $1 AND state = 'waiting'
ORDER BY promised_at, id
LIMIT 2000
