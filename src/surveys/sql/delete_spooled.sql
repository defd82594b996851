DELETE FROM surveys_spool WHERE municipality_id = $1 AND survey = $2 AND round = $3 AND id = $4
