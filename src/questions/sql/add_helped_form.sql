INSERT INTO questions_helped_form (municipality_id, form_key, answer_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
