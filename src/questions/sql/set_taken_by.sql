UPDATE questions_question SET person = $3, version = version + 1, changed_at = $4 WHERE municipality_id = $1 AND id = $2
