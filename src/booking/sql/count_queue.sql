SELECT COUNT(*) AS number FROM booking_queue WHERE municipality_id = $1 AND taken_at < $2
