INSERT INTO booking_queue (municipality_id, place, day, number, taken_at, called_at, state, form_key)
VALUES ($1, $2, $3, $4, $5, '', 'waiting', $6)
