DELETE FROM questions_question
WHERE municipality_id = $1 AND id IN (
    SELECT id FROM questions_question
    WHERE municipality_id = $1 AND state <> 'waiting' AND closed_at < $2 ORDER BY closed_at LIMIT $3)
