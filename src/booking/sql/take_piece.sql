INSERT INTO booking_taken (municipality_id, lane, piece, booking_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
