SELECT (SELECT COUNT(*) FROM surveys_round WHERE municipality_id = $1 AND survey = $2) AS rounds,
    (SELECT COUNT(*) FROM surveys_code WHERE municipality_id = $1 AND survey = $2) AS codes
