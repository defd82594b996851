INSERT INTO booking_found_us (municipality_id, day, place, offer, found_us, booked, seen) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (municipality_id, day, place, offer, found_us) DO UPDATE SET
    booked = booking_found_us.booked + excluded.booked,
    seen = booking_found_us.seen + excluded.seen
