SELECT id FROM booking_booking
WHERE municipality_id = $1 AND day = $2 AND state = 'booked' AND way = 'email' AND reminded_on = '' ORDER BY starts_at
