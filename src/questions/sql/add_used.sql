INSERT INTO questions_used (municipality_id, day, unit, answer_id, used) VALUES ($1, $2, $3, $4, 1)
ON CONFLICT (municipality_id, day, unit, answer_id) DO UPDATE SET used = questions_used.used + 1
