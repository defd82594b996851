SELECT id, function FROM callbacks_call_back WHERE municipality_id = $1 AND person = $2 AND state = 'waiting' ORDER BY id
