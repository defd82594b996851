INSERT INTO surveys_answer (municipality_id, id, survey, round, pair, content) VALUES ($1, $2, $3, $4, $5, $6)
