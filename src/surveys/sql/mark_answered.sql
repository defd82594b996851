UPDATE surveys_edition SET is_answered = 1
WHERE municipality_id = $1 AND survey = $2 AND number = $3 AND version = $4 AND is_answered = 0
