INSERT INTO questions_used_at (municipality_id, day, unit, place, answer_id, used) VALUES ($1, $2, $3, $4, $5, 1)
ON CONFLICT (municipality_id, day, unit, place, answer_id) DO UPDATE SET used = questions_used_at.used + 1
