SELECT yes, no FROM questions_helped WHERE municipality_id = $1 AND answer_id = $2
