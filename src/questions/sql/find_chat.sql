SELECT id, question, state, asked_at, closed_at FROM questions_question
WHERE municipality_id = $1 AND code_hash = $2 AND code_hash <> '' AND channel = 'chat'
