UPDATE booking_queue SET again_at = $5
WHERE municipality_id = $1 AND place = $2 AND day = $3 AND number = $4 AND state = 'called'
