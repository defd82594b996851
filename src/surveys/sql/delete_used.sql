DELETE FROM surveys_used WHERE municipality_id = $1 AND survey = $2
