SELECT COALESCE(MAX(number), 0) AS number FROM questions_line WHERE municipality_id = $1 AND question_id = $2
