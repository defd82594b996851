INSERT INTO questions_helped (municipality_id, answer_id, yes, no) VALUES ($1, $2, $3, $4)
ON CONFLICT (municipality_id, answer_id) DO UPDATE SET
    yes = questions_helped.yes + excluded.yes, no = questions_helped.no + excluded.no
