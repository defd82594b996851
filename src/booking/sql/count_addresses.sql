SELECT COUNT(*) AS number FROM booking_address WHERE municipality_id = $1 AND counts_from < $2
