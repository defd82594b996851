SELECT channel, unit FROM questions_question
WHERE municipality_id = $1 AND state = 'closed' AND closed_at >= $2 AND closed_at < $3 AND answered_at = ''
ORDER BY closed_at DESC
LIMIT $4
