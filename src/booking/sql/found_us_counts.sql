SELECT day, '' AS unit, place, offer, found_us, booked, seen
FROM booking_found_us WHERE municipality_id = $1 AND day >= $2 AND day <= $3 ORDER BY day, place, offer, found_us
