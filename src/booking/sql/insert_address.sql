INSERT INTO booking_address (municipality_id, booking_id, value, counts_from) VALUES ($1, $2, $3, $4)
