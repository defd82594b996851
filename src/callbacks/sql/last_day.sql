SELECT MAX(day) AS day FROM callbacks_count WHERE municipality_id = $1
