UPDATE booking_booking SET reminded_on = $3 WHERE municipality_id = $1 AND id = $2
