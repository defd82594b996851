SELECT number, version, is_answered, definition FROM surveys_edition
WHERE municipality_id = $1 AND survey = $2 ORDER BY number DESC
