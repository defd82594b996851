SELECT round, pair, content FROM surveys_answer WHERE municipality_id = $1 AND survey = $2 AND pair <> '' ORDER BY id
