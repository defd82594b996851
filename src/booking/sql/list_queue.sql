SELECT number, taken_at, called_at, again_at, state FROM booking_queue
WHERE municipality_id = $1 AND place = $2 AND day = $3 ORDER BY number
