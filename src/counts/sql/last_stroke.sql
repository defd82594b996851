SELECT MAX(day) AS day FROM counts_stroke WHERE municipality_id = $1
