UPDATE questions_contact SET how_often = $3, to_tell = ''
WHERE municipality_id = $1 AND how_often <> $3 AND question_id IN (
    SELECT id FROM questions_question WHERE municipality_id = $1 AND code_hash = $2 AND code_hash <> '' AND state = 'waiting')
