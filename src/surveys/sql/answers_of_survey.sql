SELECT round, pair, content FROM surveys_answer WHERE municipality_id = $1 AND survey = $2 ORDER BY id
