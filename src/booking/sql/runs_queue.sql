-- Whether numbers were taken there since $3.
SELECT COUNT(*) AS number FROM booking_queue_figure WHERE municipality_id = $1 AND place = $2 AND day >= $3 AND taken > 0
