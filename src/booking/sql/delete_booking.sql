DELETE FROM booking_booking WHERE municipality_id = $1 AND id = $2
