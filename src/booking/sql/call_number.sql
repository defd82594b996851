UPDATE booking_queue SET state = 'called', called_at = $5, called_key = $6
WHERE municipality_id = $1 AND place = $2 AND day = $3 AND number = $4 AND state = 'waiting'
