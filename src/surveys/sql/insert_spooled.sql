INSERT INTO surveys_spool (municipality_id, id, survey, round, key_day, sealed) VALUES ($1, $2, $3, $4, $5, $6)
