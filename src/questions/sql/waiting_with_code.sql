SELECT id FROM questions_question WHERE municipality_id = $1 AND code_hash = $2 AND code_hash <> '' AND state = 'waiting'
