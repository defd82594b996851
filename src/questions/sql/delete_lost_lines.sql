-- Of questions that are there no more.
DELETE FROM questions_line
WHERE municipality_id = $1 AND question_id NOT IN (SELECT id FROM questions_question WHERE municipality_id = $1)
