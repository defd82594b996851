SELECT MAX(day) AS day FROM questions_used_at WHERE municipality_id = $1
