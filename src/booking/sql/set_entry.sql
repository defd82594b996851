UPDATE booking_booking SET entry = $3 WHERE municipality_id = $1 AND id = $2
