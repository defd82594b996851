SELECT COUNT(*) AS number FROM surveys_code WHERE municipality_id = $1 AND survey = $2
