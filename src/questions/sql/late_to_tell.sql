SELECT q.id FROM questions_contact c
JOIN questions_question q ON q.municipality_id = c.municipality_id AND q.id = c.question_id
WHERE c.municipality_id = $1 AND c.how_often = 'each' AND c.late_told_at = '' AND q.state = 'waiting' AND q.promised_at <= $2
ORDER BY q.promised_at, q.id
LIMIT 500
