-- Answers that somebody is to get on paper. When the letter has gone the question is closed, and the address with it.
SELECT q.id, q.topic, q.unit, q.function, q.answered_at FROM questions_contact c
JOIN questions_question q ON q.municipality_id = c.municipality_id AND q.id = c.question_id
WHERE c.municipality_id = $1 AND c.reply_by = 'letter' AND q.state = 'answered' AND q.answer <> ''
ORDER BY q.answered_at, q.id
LIMIT 200
