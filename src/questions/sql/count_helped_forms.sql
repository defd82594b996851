SELECT COUNT(*) AS number FROM questions_helped_form WHERE municipality_id = $1 AND answer_id = $2
