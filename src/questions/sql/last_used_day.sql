SELECT MAX(day) AS day FROM questions_used WHERE municipality_id = $1
