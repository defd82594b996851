INSERT INTO booking_queue_figure (municipality_id, day, place, taken, called, waited) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (municipality_id, day, place) DO UPDATE SET
    taken = booking_queue_figure.taken + excluded.taken,
    called = booking_queue_figure.called + excluded.called,
    waited = booking_queue_figure.waited + excluded.waited
