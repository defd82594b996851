SELECT id FROM questions_question WHERE municipality_id = $1 AND entry = $2 AND entry <> '' LIMIT 1
