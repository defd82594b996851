SELECT MAX(day) AS day FROM booking_figure WHERE municipality_id = $1
