UPDATE surveys_survey SET closed_on = $3, version = version + 1, changed_at = $4
WHERE municipality_id = $1 AND id = $2 AND closed_on = ''
