UPDATE booking_booking SET reason = $3 WHERE municipality_id = $1 AND id = $2
