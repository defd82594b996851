DELETE FROM booking_taken WHERE municipality_id = $1 AND booking_id = $2 AND lane = $3
