UPDATE questions_contact SET to_tell = '' WHERE municipality_id = $1 AND question_id = $2 AND to_tell = $3
