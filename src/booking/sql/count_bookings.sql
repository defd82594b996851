SELECT COUNT(*) AS number FROM booking_booking WHERE municipality_id = $1 AND kept_until < $2
