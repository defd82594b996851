SELECT question, answer, state, reply_way, asked_at, promised_at, answered_at, closed_at FROM questions_question
WHERE municipality_id = $1 AND code_hash = $2
