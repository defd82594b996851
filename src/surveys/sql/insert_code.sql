INSERT INTO surveys_code (municipality_id, survey, hash) VALUES ($1, $2, $3)
