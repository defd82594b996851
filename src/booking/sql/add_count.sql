INSERT INTO booking_figure (municipality_id, day, place, offer, topic, channel, booked, seen, did_not_come, cancelled, minutes)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT (municipality_id, day, place, offer, topic, channel) DO UPDATE SET
    booked = booking_figure.booked + excluded.booked,
    seen = booking_figure.seen + excluded.seen,
    did_not_come = booking_figure.did_not_come + excluded.did_not_come,
    cancelled = booking_figure.cancelled + excluded.cancelled,
    minutes = booking_figure.minutes + excluded.minutes
