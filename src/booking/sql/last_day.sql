SELECT MAX(day) AS day FROM booking_count WHERE municipality_id = $1
