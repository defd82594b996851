DELETE FROM questions_contact
WHERE municipality_id = $1 AND question_id IN (
    SELECT question_id FROM questions_contact WHERE municipality_id = $1 AND given_at < $2 ORDER BY given_at LIMIT $3)
