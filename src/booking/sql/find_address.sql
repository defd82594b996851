SELECT value FROM booking_address WHERE municipality_id = $1 AND booking_id = $2
