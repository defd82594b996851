SELECT id, survey, title, stage, opens, closes FROM surveys_round
WHERE municipality_id = $1 AND ended_at = '' ORDER BY survey, opens, id LIMIT 10000
