SELECT day, '' AS unit, place, taken, called, waited FROM booking_queue_figure
WHERE municipality_id = $1 AND day >= $2 AND day <= $3 ORDER BY day, place
