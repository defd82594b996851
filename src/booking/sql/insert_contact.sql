INSERT INTO booking_contact (municipality_id, booking_id, name, value, counts_from, how_often) VALUES ($1, $2, $3, $4, $5, $6)
