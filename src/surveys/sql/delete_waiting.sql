DELETE FROM surveys_spool WHERE municipality_id = $1 AND survey = $2
