UPDATE booking_contact SET counts_from = $3 WHERE municipality_id = $1 AND booking_id = $2
