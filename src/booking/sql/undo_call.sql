UPDATE booking_queue SET state = 'waiting', called_at = '', again_at = '', called_key = ''
WHERE municipality_id = $1 AND place = $2 AND day = $3 AND number = $4 AND state = 'called'
