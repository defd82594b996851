SELECT id FROM surveys_survey WHERE municipality_id = $1 AND id = $2
