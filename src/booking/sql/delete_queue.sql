DELETE FROM booking_queue WHERE municipality_id = $1 AND (place, day, number) IN
    (SELECT place, day, number FROM booking_queue WHERE municipality_id = $1 AND taken_at < $2 ORDER BY day LIMIT $3)
