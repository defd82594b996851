SELECT number FROM questions_line WHERE municipality_id = $1 AND question_id = $2 AND id = $3
