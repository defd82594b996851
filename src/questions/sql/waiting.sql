SELECT id, topic, channel, summary, unit, function, person, asked_at, promised_at FROM questions_question
WHERE municipality_id = $1 AND state = 'waiting'
ORDER BY promised_at, id
LIMIT 2000
