SELECT number FROM booking_queue WHERE municipality_id = $1 AND place = $2 AND day = $3 AND form_key = $4
