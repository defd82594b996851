SELECT number FROM surveys_edition
WHERE municipality_id = $1 AND survey = $2 AND number = $3 AND version = $4 AND is_answered = 1
