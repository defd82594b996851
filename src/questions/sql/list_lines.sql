SELECT number, said_at, is_staff, account, words FROM questions_line
WHERE municipality_id = $1 AND question_id = $2 AND number > $3
ORDER BY number
LIMIT 400
