UPDATE surveys_answer SET pair = '' WHERE municipality_id = $1 AND survey = $2 AND pair <> ''
