SELECT MAX(day) AS day FROM booking_queue_figure WHERE municipality_id = $1
