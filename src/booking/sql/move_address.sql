UPDATE booking_address SET counts_from = $3 WHERE municipality_id = $1 AND booking_id = $2
