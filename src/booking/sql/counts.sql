SELECT day, '' AS unit, place, offer, topic, channel, booked, seen, did_not_come, cancelled, minutes
FROM booking_figure WHERE municipality_id = $1 AND day >= $2 AND day <= $3 ORDER BY day, place, offer, topic, channel
