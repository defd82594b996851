SELECT id, key_day, sealed FROM surveys_spool
WHERE municipality_id = $1 AND survey = $2 AND round = $3 AND key_day < $4 ORDER BY id LIMIT $5
