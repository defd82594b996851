SELECT day, hour, place, minutes FROM booking_staffed
WHERE municipality_id = $1 AND day >= $2 AND day <= $3 AND place <> '' ORDER BY day, hour, place
