SELECT MAX(day) AS day FROM questions_count WHERE municipality_id = $1
