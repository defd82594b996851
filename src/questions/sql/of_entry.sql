SELECT id FROM questions_question WHERE municipality_id = $1 AND entry = $2 LIMIT 1
