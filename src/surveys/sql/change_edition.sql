UPDATE surveys_edition SET definition = $5, version = version + 1
WHERE municipality_id = $1 AND survey = $2 AND number = $3 AND version = $4 AND is_answered = 0
