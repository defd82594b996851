UPDATE booking_contact SET value = $3 WHERE municipality_id = $1 AND booking_id = $2
