SELECT COUNT(*) AS number FROM surveys_answer a
JOIN surveys_round r ON r.municipality_id = a.municipality_id AND r.id = a.round
WHERE a.municipality_id = $1 AND r.closes < $2
