SELECT channel, unit, asked_at, promised_at, answered_at FROM questions_question
WHERE municipality_id = $1 AND answered_at >= $2 AND answered_at < $3 AND answered_at <> ''
ORDER BY answered_at DESC
LIMIT $4
