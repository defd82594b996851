INSERT INTO booking_staffed (municipality_id, day, hour, place, minutes) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
