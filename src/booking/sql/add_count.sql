INSERT INTO booking_count (municipality_id, day, place, offer, booked, seen, did_not_come, cancelled, minutes)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (municipality_id, day, place, offer) DO UPDATE SET
    booked = booking_count.booked + excluded.booked,
    seen = booking_count.seen + excluded.seen,
    did_not_come = booking_count.did_not_come + excluded.did_not_come,
    cancelled = booking_count.cancelled + excluded.cancelled,
    minutes = booking_count.minutes + excluded.minutes
