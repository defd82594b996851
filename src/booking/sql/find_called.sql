SELECT number FROM booking_queue WHERE municipality_id = $1 AND place = $2 AND day = $3 AND called_key = $4 ORDER BY number
