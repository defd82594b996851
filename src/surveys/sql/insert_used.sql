INSERT INTO surveys_used (municipality_id, survey, hash) VALUES ($1, $2, $3)
ON CONFLICT (municipality_id, survey, hash) DO NOTHING
