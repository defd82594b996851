SELECT id FROM booking_booking WHERE municipality_id = $1 AND kept_until < $2 ORDER BY kept_until LIMIT $3
