INSERT INTO surveys_edition (municipality_id, survey, number, version, is_answered, definition) VALUES ($1, $2, $3, 1, 0, $4)
ON CONFLICT (municipality_id, survey, number) DO NOTHING
