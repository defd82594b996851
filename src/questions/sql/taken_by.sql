SELECT id FROM questions_question WHERE municipality_id = $1 AND person = $2 AND state = 'waiting' ORDER BY id
