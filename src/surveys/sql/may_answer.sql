SELECT 1 AS yes FROM surveys_survey s
JOIN surveys_round r ON r.municipality_id = s.municipality_id AND r.survey = s.id
WHERE s.municipality_id = $1 AND s.id = $2 AND s.closed_on = '' AND s.ended_at = '' AND r.id = $3 AND r.ended_at = ''
